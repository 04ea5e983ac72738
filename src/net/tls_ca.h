/* The engine's certificate authority and the certificates it makes. For tls.c. */
#pragma once
#include "base/err.h"
#include <openssl/evp.h>
#include <openssl/x509.h>
#include <stdbool.h>

struct tls_ca {
    X509 *cert;
    EVP_PKEY *key;
};

/* Makes dir/ca.pem and dir/ca.key unless they are there. *ret_made says whether they were made. */
int tls__ca_ensure(const char *dir, bool *ret_made, struct err *err);
int tls__ca_load(const char *dir, struct tls_ca *ret, struct err *err);
void tls__ca_free(struct tls_ca *ca);
EVP_PKEY *tls__key_create(struct err *err);
/* A certificate for these names, in memory. A name that reads as an address is put there as such.
 */
X509 *tls__leaf_create(const struct tls_ca *ca, EVP_PKEY *key, const char *const *names, size_t n,
                       struct err *err);
int tls__fail(struct err *err, const char *what); /* with OpenSSL's reason; returns -1 */
