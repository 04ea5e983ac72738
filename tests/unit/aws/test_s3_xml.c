/* The XML parser's bounds and the writer's escapes. */
#include "aws/xml.h"
#include "test.h"

static struct xml_node *parse(struct arena *a, const char *text)
{
    struct xml_node *root = NULL;
    struct err err = {0};

    return xml_parse(a, text, strlen(text), &root, &err) == 0 ? root : NULL;
}

TEST(reads_elements_and_text)
{
    cleanup_arena struct arena *a = arena_create(1 << 20);
    struct xml_node *root = parse(
        a, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Delete xmlns=\"http://x/\">"
           "<Object><Key>a&amp;b &#x41; <![CDATA[<c>]]></Key></Object>"
           "<x:Object xmlns:x=\"y\"><Key/></x:Object><!-- no --><Quiet> true\n</Quiet></Delete>");

    CHECK(root != NULL);
    CHECK_STR(root->name, "Delete");
    CHECK_STR(xml_child_text(root->child, "Key"), "a&b A <c>");
    CHECK_STR(root->child->next->name, "Object");
    CHECK_STR(xml_child_text(root->child->next, "Key"), "");
    CHECK_STR(xml_trimmed(a, xml_child(root, "Quiet")), "true");
    CHECK(xml_child(root, "Nope") == NULL);
    CHECK(xml_child(NULL, "Nope") == NULL);
    CHECK(xml_child_text(root, "Nope") == NULL);
}

TEST(refuses_what_is_not_well_formed)
{
    cleanup_arena struct arena *a = arena_create(1 << 20);
    static const char *const bad[] = {
        "",
        "x",
        "<a>",
        "</a>",
        "<a></b>",
        "<a/><b/>",
        "<a b=1/>",
        "<a>&x;</a>",
        "<a>\x01</a>",
        "<a>\xff</a>",
        "<a>&#x1;</a>",
        "<a b=\"1\" b=\"2\"/>",
        "<!DOCTYPE a><a/>",
        "<!DOCTYPE a [<!ENTITY x \"y\">]><a>&x;</a>",
        "<!DOCTYPE a SYSTEM \"file:///etc/passwd\"><a/>",
        "<!DOCTYPE a [<!ENTITY % p SYSTEM \"file:///etc/passwd\">%p;]><a/>",
    };

    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        if (parse(a, bad[i]))
            printf("accepted: %s\n", bad[i]);
        CHECK(parse(a, bad[i]) == NULL);
    }
}

TEST(keeps_its_bounds)
{
    cleanup_arena struct arena *a = arena_create(64 << 20);
    struct buf text cleanup_buf;
    struct xml_node *root;
    struct err err = {0};

    buf_init(&text, 64 << 20);
    for (int i = 0; i < XML_MAX_DEPTH; i++)
        buf_adds(&text, "<a>");
    for (int i = 0; i < XML_MAX_DEPTH; i++)
        buf_adds(&text, "</a>");
    CHECK_OK(xml_parse(a, text.data, text.len, &root, &err), err);

    buf_clear(&text);
    for (int i = 0; i < 100000; i++)
        buf_adds(&text, "<a>");
    CHECK_INT(xml_parse(a, text.data, text.len, &root, &err), -1);
    CHECK_INT(err.code, ERR_LIMIT);

    buf_clear(&text);
    buf_adds(&text, "<a>");
    for (int i = 0; i < XML_MAX_NODES; i++)
        buf_adds(&text, "<b/>");
    buf_adds(&text, "</a>");
    CHECK_INT(xml_parse(a, text.data, text.len, &root, &err), -1);
    CHECK_INT(err.code, ERR_LIMIT);

    CHECK_INT(xml_parse(a, text.data, XML_MAX_BYTES + 1, &root, &err), -1);
    CHECK_INT(err.code, ERR_LIMIT);
}

TEST(writes_escapes)
{
    struct buf out cleanup_buf;

    buf_init(&out, 1 << 16);
    xml_head(&out);
    xml_open(&out, "r");
    xml_elem(&out, "a", "<&>\"'\r\n\t");
    xml_elem(&out, "none", NULL);
    xml_elem_int(&out, "i", -5);
    xml_elem_bool(&out, "b", true);
    xml_text(&out, "\x01\x1f\0", 3);
    xml_text_safe(&out, "\x02z", 2);
    xml_close(&out, "r");
    CHECK_STR(out.data, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<r>"
                        "<a>&lt;&amp;&gt;&quot;'&#13;\n\t</a><i>-5</i><b>true</b>"
                        "&#x1;&#x1f;&#x0;\xef\xbf\xbdz</r>");
}

/* Headers that an answer repeats are in any encoding. */
TEST(writes_what_can_be_read)
{
    static const struct {
        const char *given, *want;
    } rows[] = {
        {"k\xc3\xa4se \xe2\x82\xac \xf0\x9f\x98\x80", "k\xc3\xa4se \xe2\x82\xac \xf0\x9f\x98\x80"},
        {"caf\xe9!", "caf\xef\xbf\xbd!"},
        {"\xe2\x82", "\xef\xbf\xbd\xef\xbf\xbd"},
        {"\xc3<", "\xef\xbf\xbd&lt;"},
        {"\xef\xbf\xbe\xef\xbf\xbd", "\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd"},
        {"\xed\xa0\x80", "\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd"},
    };

    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        cleanup_arena struct arena *a = arena_create(1 << 20);
        struct buf out cleanup_buf;
        buf_init(&out, 1 << 16);
        xml_text_safe(&out, rows[i].given, strlen(rows[i].given));
        CHECK_STR(out.data, rows[i].want);
        CHECK(parse(a, arena_printf(a, "<r>%s</r>", out.data)) != NULL);
    }
}
