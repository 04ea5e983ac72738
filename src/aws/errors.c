/* AWS's error codes: their HTTP statuses, and how errors of the layers below are called by each
 * service. Statuses are those of the services' models (httpStatusCode) and of AWS's lists of common
 * errors; a code without a row is a client's fault, 400. */
#include "aws/dispatch.h"
#include "base/log.h"
#include "base/text.h"

static const struct {
    const char *code;
    int status;
} statuses[] = {
    {"AccessDenied", 403},
    {"AccessDeniedException", 403},
    {"BadRequest", 400},
    {"ConcurrentModification", 409},
    {"DeleteConflict", 409},
    {"EntityAlreadyExists", 409},
    {"IncompleteSignature", 403},
    {"InternalFailure", 500},
    {"InternalServiceError", 500},
    {"InvalidAccessKeyId", 403},
    {"InvalidClientTokenId", 403},
    {"LimitExceeded", 409},
    {"MalformedInput", 400},
    {"MissingAuthenticationToken", 403},
    {"NoSuchEntity", 404},
    {"NotFound", 404},
    {"RequestEntityTooLarge", 413},
    {"RequestTimeout", 408},
    {"RequestTimeTooSkewed", 403},
    {"ServiceFailure", 500},
    {"ServiceUnavailable", 503},
    {"SignatureDoesNotMatch", 403},
    {"SlowDown", 503},
};

int error_status(const char *code)
{
    for (size_t i = 0; i < sizeof statuses / sizeof *statuses; i++)
        if (str_eq(statuses[i].code, code))
            return statuses[i].status;
    return 400;
}

const char *error_validation(const char *service)
{
    if (str_eq(service, "logs"))
        return "InvalidParameterException";
    if (str_eq(service, "sagemaker"))
        return "ValidationException";
    return "ValidationError";
}

const char *error_serialization(enum protocol p)
{
    return p == PROTO_QUERY ? "MalformedInput" : "SerializationException";
}

const char *error_json_name(const char *service, const char *code)
{
    static const char *const names[][2] = {
        {"InvalidParameterValue", "InvalidParameterValueException"},
        {"InvalidParameterCombination", "InvalidParameterCombinationException"},
        {"MissingParameter", "MissingRequiredParameterException"},
        {"InternalServiceError", "InternalServiceFault"},
        {"ResourceNotFound", "ResourceNotFoundException"},
    };

    for (size_t i = 0; str_eq(service, "monitoring") && i < sizeof names / sizeof *names; i++)
        if (str_eq(names[i][0], code))
            return names[i][1];
    return code;
}

int aws_fail(struct aws_call *c, struct aws_fault *fault, const char *code, const char *fmt, ...)
{
    va_list ap;

    va_start(ap, fmt);
    fault->message = arena_vprintf(c->arena, fmt, ap);
    va_end(ap);
    fault->code = code;
    fault->status = 0;
    return -1;
}

/* What each service calls the errors of the layers below. */
static const struct {
    enum err_code err;
    const char *sagemaker, *logs, *monitoring, *iam;
} names[] = {
    {ERR_NOT_FOUND, "ResourceNotFound", "ResourceNotFoundException", "ResourceNotFound",
     "NoSuchEntity"},
    {ERR_EXISTS, "ResourceInUse", "ResourceAlreadyExistsException", "ResourceInUse",
     "EntityAlreadyExists"},
    {ERR_INVALID, "ValidationException", "InvalidParameterException", "InvalidParameterValue",
     "ValidationError"},
    {ERR_UNSUPPORTED, "ValidationException", "InvalidParameterException", "InvalidParameterValue",
     "ValidationError"},
    {ERR_LIMIT, "ResourceLimitExceeded", "LimitExceededException", "LimitExceeded",
     "LimitExceeded"},
    {ERR_CONFLICT, "ConflictException", "OperationAbortedException", "ConcurrentModification",
     "DeleteConflict"},
    {ERR_DENIED, "AccessDeniedException", "AccessDeniedException", "AccessDenied", "AccessDenied"},
    {ERR_BUSY, "ThrottlingException", "ThrottlingException", "Throttling", "Throttling"},
};

int aws_fail_err(struct aws_call *c, struct aws_fault *fault, const struct err *err)
{
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (names[i].err != err->code)
            continue;
        const char *code = str_eq(c->service, "sagemaker")    ? names[i].sagemaker
                           : str_eq(c->service, "logs")       ? names[i].logs
                           : str_eq(c->service, "monitoring") ? names[i].monitoring
                                                              : names[i].iam;
        return aws_fail(c, fault, code, "%s", err->whole ? err->whole : err->msg);
    }
    log_error("%s.%s: %s", c->service, c->operation, err->msg);
    return aws_fail(c, fault, "InternalFailure",
                    "We encountered an internal error. Please try "
                    "again.");
}
