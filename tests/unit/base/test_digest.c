/* Digests against published values and against each other. */
#include "base/digest.h"
#include "base/text.h"
#include "base/crc64.h"
#include "test.h"

#define LONG 300000

static const struct {
    const char *text;
    const char *base64[DIGEST_COUNT];
} vectors[] = {
    {"",
     {"1B2M2Y8AsgTpgAmY7PhCfg==", "2jmj7l5rSw0yVb/vlWAYkK/YBwk=",
      "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=", "AAAAAA==", "AAAAAA==", "AAAAAAAAAAA="}},
    {"123456789",
     {"JfnnlDI7RTiF9RgfG2JNCw==", "98O8HYCOBHMq32eZZczDTKeuNEE=",
      "FeKw08M4keuw8e9gnsQZQgwg4yDOlMZfvIwzEkSOsiU=", "y/Q5Jg==", "4waSgw==", "rosUhgp5mIg="}},
    {"hello world",
     {"XrY7u+Ae7tCTyyK7j1rNww==", "Kq5sNclPz7QV2+lfQIuc6R7oRu0=",
      "uU0nuZNNPgilLlLX2n2r+sSE7+N6U4DukIj3rOLvzek=", "DUoRhQ==", "yZRlqg==", "jSnVw/bqjr4="}},
};

static char *long_text(struct arena *a)
{
    char *text = arena_alloc(a, LONG);
    unsigned x = 1;

    for (size_t i = 0; i < LONG; i++) {
        x = x * 1103515245 + 12345;
        text[i] = (char)(x >> 16);
    }
    return text;
}

TEST(digests_of_known_texts)
{
    cleanup_arena struct arena *a = arena_create(1 << 20);
    uint8_t out[DIGEST_MAX];

    for (size_t i = 0; i < sizeof(vectors) / sizeof(vectors[0]); i++)
        for (int alg = 0; alg < DIGEST_COUNT; alg++) {
            digest_bytes(alg, vectors[i].text, strlen(vectors[i].text), out);
            CHECK_STR(base64_encode(a, out, digest_size(alg)), vectors[i].base64[alg]);
        }
    digest_bytes(DIGEST_MD5, NULL, 0, out);
    CHECK_STR(base64_encode(a, out, 16), vectors[0].base64[DIGEST_MD5]);
    CHECK_STR(digest_name(DIGEST_CRC64NVME), "CRC64NVME");
}

TEST(digest_sets_do_not_care_how_bytes_arrive)
{
    cleanup_arena struct arena *a = arena_create(1 << 20);
    char *text = long_text(a);
    unsigned all = (1u << DIGEST_COUNT) - 1;
    cleanup_digest struct digest_set *d = digest_set_create(all);
    uint8_t once[DIGEST_MAX], parts[DIGEST_MAX];

    CHECK_INT(digest_set_algs(d), all);
    for (size_t at = 0, n = 0; at < LONG; at += n) {
        n = at % 977 + 1;
        if (n > LONG - at)
            n = LONG - at;
        digest_set_update(d, text + at, n);
        digest_set_update(d, NULL, 0);
    }
    for (int alg = 0; alg < DIGEST_COUNT; alg++) {
        digest_bytes(alg, text, LONG, once);
        digest_set_final(d, alg, parts);
        CHECK(bytes_equal(once, parts, digest_size(alg)));
    }
    digest_set_destroy(NULL);
}

static uint64_t crc_of(enum digest_alg alg, const char *p, size_t n)
{
    uint8_t out[DIGEST_MAX];
    uint64_t crc = 0;

    digest_bytes(alg, p, n, out);
    for (size_t i = 0; i < digest_size(alg); i++)
        crc = crc << 8 | out[i];
    return crc;
}

TEST(crcs_of_parts_join)
{
    cleanup_arena struct arena *a = arena_create(1 << 20);
    char *text = long_text(a);
    static const size_t cuts[] = {0, 1, 7, 8, 15, 16, 17, 4096, 65537, LONG - 1, LONG};

    for (int alg = DIGEST_CRC32; alg <= DIGEST_CRC64NVME; alg++)
        for (size_t i = 0; i < sizeof(cuts) / sizeof(cuts[0]); i++) {
            uint64_t crc1 = crc_of(alg, text, cuts[i]);
            uint64_t crc2 = crc_of(alg, text + cuts[i], LONG - cuts[i]);
            CHECK(digest_crc_combine(alg, crc1, crc2, LONG - cuts[i]) == crc_of(alg, text, LONG));
        }
}

/* Bit by bit, from the definition. */
static uint64_t slow_crc64(const char *p, size_t n)
{
    uint64_t crc = ~0ull;

    for (size_t i = 0; i < n; i++) {
        crc ^= (uint8_t)p[i];
        for (int bit = 0; bit < 8; bit++)
            crc = crc & 1 ? crc >> 1 ^ CRC64NVME_POLYNOMIAL : crc >> 1;
    }
    return ~crc;
}

TEST(crc64_of_every_length_and_alignment)
{
    cleanup_arena struct arena *a = arena_create(1 << 20);
    char *text = long_text(a);

    for (size_t n = 0; n < 700; n++)
        CHECK(crc_of(DIGEST_CRC64NVME, text + n % 19, n) == slow_crc64(text + n % 19, n));
    CHECK(crc_of(DIGEST_CRC64NVME, text, LONG) == slow_crc64(text, LONG));
}

TEST(crc64_of_pieces_too_short_for_the_fast_way)
{
    cleanup_arena struct arena *a = arena_create(1 << 20);
    char *text = long_text(a);
    uint64_t crc = 0;

    for (size_t at = 0, n; at < LONG; at += n) {
        n = LONG - at < 63 ? LONG - at : 63;
        crc = crc64nvme(crc, text + at, n);
    }
    CHECK(crc == slow_crc64(text, LONG));
}

TEST(hmac_of_rfc_4231)
{
    uint8_t out[32];
    char hex[65];

    hmac_sha256("Jefe", 4, "what do ya want for nothing?", 28, out);
    hex_encode(out, 32, hex);
    CHECK_STR(hex, "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    hmac_sha256(NULL, 0, NULL, 0, out);
    hex_encode(out, 32, hex);
    CHECK_STR(hex, "b613679a0814d9ec772f95d778c35fc5ff1697c493715653c6c712144292c5ad");
    CHECK(bytes_equal("abc", "abc", 3));
    CHECK(!bytes_equal("abc", "abd", 3));
}

TEST(hex_both_ways)
{
    uint8_t out[4];
    char text[9];

    CHECK_INT(hex_decode("00fFA5", 6, out), 0);
    hex_encode(out, 3, text);
    CHECK_STR(text, "00ffa5");
    CHECK_INT(hex_decode("0", 1, out), -1);
    CHECK_INT(hex_decode("0g", 2, out), -1);
    CHECK_INT(hex_decode("", 0, out), 0);
}

TEST(base64_both_ways)
{
    cleanup_arena struct arena *a = arena_create(1 << 20);
    uint8_t *bytes;
    size_t len;
    static const char *const good[] = {"",         "AA==",     "AAA=",    "AAAA",
                                       "Zm9vYg==", "Zm9vYmE=", "+/+/AAA="};
    static const char *const bad[] = {"A",    "AA",   "AAA",      "A===",     "====",      "AB==",
                                      "AAB=", "AA=A", "AA==AAAA", "AA AAAA=", "AA\nA====", "AA-_"};

    for (size_t i = 0; i < sizeof(good) / sizeof(good[0]); i++) {
        CHECK_INT(base64_decode(a, good[i], strlen(good[i]), &bytes, &len), 0);
        CHECK_STR(base64_encode(a, bytes, len), good[i]);
    }
    for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
        CHECK_INT(base64_decode(a, bad[i], strlen(bad[i]), &bytes, &len), -1);
    CHECK_INT(base64_decode(a, "A\0AA", 4, &bytes, &len), -1);
}
