/* TLS: the engine's own certificate authority and the server side of connections.
 *
 * On first use a CA (ca.pem, ca.key mode 0600) is made in `dir`; leaf certificates for any name are
 * made in memory from it. `ca-bundle.pem` = the system's certificates and ours, for AWS_CA_BUNDLE.
 */
#pragma once
#include "base/err.h"

struct tls_context;
/* `cert` and `key`: PEM files of the operator's own for the listener, or NULL for ours. */
int tls_context_create(const char *dir, const char *cert, const char *key, struct tls_context **ret,
                       struct err *err);
void tls_context_destroy(struct tls_context *t);
/* Writes dir/ca-bundle.pem anew; done when the CA is made and when a client's own bundle
 * (`extra_bundle`, may be NULL) is given. */
int tls_write_bundle(const char *dir, const char *extra_bundle, struct err *err);
