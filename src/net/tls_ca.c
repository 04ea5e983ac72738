/* The certificate authority: an EC P-256 key in the data directory, and leaf certificates for
 * whatever name a client asks for, made in memory. Keys on P-256 are made in well under a
 * millisecond, so nothing but the authority itself is kept on disk. */
#include "net/tls_ca.h"
#include "base/fs.h"
#include "base/sys.h"
#include <arpa/inet.h>
#include <openssl/bn.h>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>
#include <stdio.h>
#include <string.h>

#define CA_DAYS   3650
#define LEAF_DAYS 397
#define DAY_S     86400L

int tls__fail(struct err *err, const char *what)
{
    char reason[256] = "unknown reason";
    unsigned long code = ERR_get_error();

    if (code)
        ERR_error_string_n(code, reason, sizeof(reason));
    ERR_clear_error();
    return err_set(err, ERR_INTERNAL, "%s: %s", what, reason);
}

EVP_PKEY *tls__key_create(struct err *err)
{
    EVP_PKEY *key = EVP_EC_gen("P-256");

    if (!key)
        tls__fail(err, "make a P-256 key");
    return key;
}

static int add_extension(X509 *cert, X509 *issuer, int nid, const char *value)
{
    X509V3_CTX ctx;

    X509V3_set_ctx_nodb(&ctx);
    X509V3_set_ctx(&ctx, issuer, cert, NULL, NULL, 0);
    X509_EXTENSION *ext = X509V3_EXT_conf_nid(NULL, &ctx, nid, value);
    if (!ext)
        return -1;
    int rc = X509_add_ext(cert, ext, -1) == 1 ? 0 : -1;
    X509_EXTENSION_free(ext);
    return rc;
}

static int set_serial(X509 *cert)
{
    unsigned char bytes[16];

    if (sys->random(bytes, sizeof(bytes)) < 0)
        return -1;
    bytes[0] &= 0x7f;
    BIGNUM *bn = BN_bin2bn(bytes, sizeof(bytes), NULL);
    int rc = bn && BN_to_ASN1_INTEGER(bn, X509_get_serialNumber(cert)) ? 0 : -1;
    BN_free(bn);
    return rc;
}

static int set_name(X509_NAME *name, const char *field, const char *text)
{
    return X509_NAME_add_entry_by_txt(name, field, MBSTRING_UTF8, (const unsigned char *)text, -1,
                                      -1, 0) == 1
               ? 0
               : -1;
}

/* What both kinds share. Valid from yesterday on, since clocks differ. */
static X509 *certificate(EVP_PKEY *key, long days)
{
    time_t now = (time_t)(sys->wall_ms() / 1000);
    X509 *cert = X509_new();

    if (cert && X509_set_version(cert, 2) == 1 && set_serial(cert) == 0 &&
        X509_time_adj_ex(X509_getm_notBefore(cert), -1, 0, &now) &&
        X509_time_adj_ex(X509_getm_notAfter(cert), (int)days, 0, &now) &&
        X509_set_pubkey(cert, key) == 1)
        return cert;
    X509_free(cert);
    return NULL;
}

static X509 *ca_certificate(EVP_PKEY *key)
{
    X509 *cert = certificate(key, CA_DAYS);

    if (!cert)
        return NULL;
    X509_NAME *name = X509_get_subject_name(cert);
    if (set_name(name, "O", "Slipway") == 0 && set_name(name, "CN", "Slipway local CA") == 0 &&
        X509_set_issuer_name(cert, name) == 1 &&
        add_extension(cert, cert, NID_basic_constraints, "critical,CA:TRUE,pathlen:0") == 0 &&
        add_extension(cert, cert, NID_key_usage, "critical,keyCertSign,cRLSign") == 0 &&
        add_extension(cert, cert, NID_subject_key_identifier, "hash") == 0 &&
        X509_sign(cert, key, EVP_sha256()) > 0)
        return cert;
    X509_free(cert);
    return NULL;
}

static int write_pem(const char *path, BIO *pem, mode_t mode, struct err *err)
{
    char *text;
    long len = BIO_get_mem_data(pem, &text);

    return fs_replace(path, text, (size_t)len, mode, err);
}

static int write_pair(const char *key_path, const char *cert_path, EVP_PKEY *key, X509 *cert,
                      struct err *err)
{
    BIO *key_pem = BIO_new(BIO_s_mem()), *cert_pem = BIO_new(BIO_s_mem());
    int rc = -1;

    if (!key_pem || !cert_pem ||
        PEM_write_bio_PKCS8PrivateKey(key_pem, key, NULL, NULL, 0, NULL, NULL) != 1 ||
        PEM_write_bio_X509(cert_pem, cert) != 1)
        tls__fail(err, "write the certificate authority");
    else if (write_pem(key_path, key_pem, 0600, err) == 0 &&
             write_pem(cert_path, cert_pem, 0644, err) == 0)
        rc = 0;
    BIO_free(key_pem);
    BIO_free(cert_pem);
    return rc;
}

int tls__ca_ensure(const char *dir, bool *ret_made, struct err *err)
{
    char key_path[4096], cert_path[4096];

    snprintf(key_path, sizeof(key_path), "%s/ca.key", dir);
    snprintf(cert_path, sizeof(cert_path), "%s/ca.pem", dir);
    *ret_made = false;
    /* The key is written first: both there means both whole. */
    if (fs_exists(key_path) && fs_exists(cert_path))
        return 0;
    EVP_PKEY *key = tls__key_create(err);
    if (!key)
        return -1;
    X509 *cert = ca_certificate(key);
    int rc = cert ? write_pair(key_path, cert_path, key, cert, err)
                  : tls__fail(err, "make the certificate authority");
    X509_free(cert);
    EVP_PKEY_free(key);
    *ret_made = rc == 0;
    return rc;
}

int tls__ca_load(const char *dir, struct tls_ca *ret, struct err *err)
{
    cleanup_arena struct arena *a = arena_create(1 << 20);
    char path[4096], *text;
    size_t len;

    *ret = (struct tls_ca){0};
    snprintf(path, sizeof(path), "%s/ca.pem", dir);
    if (fs_read(a, path, 65536, &text, &len, err) < 0)
        return -1;
    BIO *pem = BIO_new_mem_buf(text, (int)len);
    ret->cert = pem ? PEM_read_bio_X509(pem, NULL, NULL, NULL) : NULL;
    BIO_free(pem);
    snprintf(path, sizeof(path), "%s/ca.key", dir);
    if (!ret->cert || fs_read(a, path, 65536, &text, &len, err) < 0)
        return ret->cert ? -1 : tls__fail(err, "read the certificate authority's ca.pem");
    pem = BIO_new_mem_buf(text, (int)len);
    ret->key = pem ? PEM_read_bio_PrivateKey(pem, NULL, NULL, NULL) : NULL;
    BIO_free(pem);
    if (!ret->key || X509_check_private_key(ret->cert, ret->key) != 1)
        return tls__fail(err, "read the certificate authority's ca.key");
    return 0;
}

void tls__ca_free(struct tls_ca *ca)
{
    X509_free(ca->cert);
    EVP_PKEY_free(ca->key);
    *ca = (struct tls_ca){0};
}

static GENERAL_NAME *alt_name(const char *name)
{
    unsigned char addr[16];
    GENERAL_NAME *gn = GENERAL_NAME_new();
    int size = inet_pton(AF_INET, name, addr) == 1    ? 4
               : inet_pton(AF_INET6, name, addr) == 1 ? 16
                                                      : 0;
    ASN1_STRING *value = size ? ASN1_OCTET_STRING_new() : ASN1_IA5STRING_new();

    if (!gn || !value ||
        ASN1_STRING_set(value, size ? (const void *)addr : name, size ? size : -1) != 1) {
        GENERAL_NAME_free(gn);
        ASN1_STRING_free(value);
        return NULL;
    }
    GENERAL_NAME_set0_value(gn, size ? GEN_IPADD : GEN_DNS, value);
    return gn;
}

static int add_alt_names(X509 *cert, const char *const *names, size_t n)
{
    GENERAL_NAMES *all = GENERAL_NAMES_new();
    int rc = all ? 0 : -1;

    for (size_t i = 0; i < n && rc == 0; i++) {
        GENERAL_NAME *gn = alt_name(names[i]);
        if (!gn || sk_GENERAL_NAME_push(all, gn) <= 0) {
            GENERAL_NAME_free(gn);
            rc = -1;
        }
    }
    if (rc == 0)
        rc = X509_add1_ext_i2d(cert, NID_subject_alt_name, all, 0, 0) == 1 ? 0 : -1;
    GENERAL_NAMES_free(all);
    return rc;
}

X509 *tls__leaf_create(const struct tls_ca *ca, EVP_PKEY *key, const char *const *names, size_t n,
                       struct err *err)
{
    X509 *cert = certificate(key, LEAF_DAYS);

    /* A common name holds 64 characters; clients look at the alternative names only. */
    if (cert && set_name(X509_get_subject_name(cert), "O", "Slipway") == 0 &&
        (strlen(names[0]) > 64 || set_name(X509_get_subject_name(cert), "CN", names[0]) == 0) &&
        X509_set_issuer_name(cert, X509_get_subject_name(ca->cert)) == 1 &&
        add_extension(cert, ca->cert, NID_basic_constraints, "critical,CA:FALSE") == 0 &&
        add_extension(cert, ca->cert, NID_key_usage, "critical,digitalSignature") == 0 &&
        add_extension(cert, ca->cert, NID_ext_key_usage, "serverAuth") == 0 &&
        add_extension(cert, ca->cert, NID_subject_key_identifier, "hash") == 0 &&
        add_extension(cert, ca->cert, NID_authority_key_identifier, "keyid:always") == 0 &&
        add_alt_names(cert, names, n) == 0 && X509_sign(cert, ca->key, EVP_sha256()) > 0)
        return cert;
    X509_free(cert);
    tls__fail(err, "make a certificate");
    return NULL;
}
