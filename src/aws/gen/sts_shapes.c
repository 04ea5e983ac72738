/* Made by tools/gen-shapes from botocore 1.44.5 (STS 2011-06-15) and
 * model/; do not edit. */
#include "aws/shape.h"

/* clang-format off */
static const char pool[] =
    "\0"
    "RoleArn\0"
    "RoleSessionName\0"
    "PolicyArns\0"
    "Policy\0"
    "DurationSeconds\0"
    "Tags\0"
    "TransitiveTagKeys\0"
    "ExternalId\0"
    "SerialNumber\0"
    "TokenCode\0"
    "SourceIdentity\0"
    "ProvidedContexts\0"
    "MinimumSessionTokenSize\0"
    "Credentials\0"
    "AssumedRoleUser\0"
    "PackedPolicySize\0"
    "SessionTokenUtilization\0"
    "SessionTokenSize\0"
    "AssumedRoleId\0"
    "Arn\0"
    "AccessKeyId\0"
    "SecretAccessKey\0"
    "SessionToken\0"
    "Expiration\0"
    "UserId\0"
    "Account\0"
    "arn\0"
    "ProviderArn\0"
    "ContextAssertion\0"
    "Key\0"
    "Value\0"
    "[\\u0009\\u000A\\u000D\\u0020-\\u007E\\u0085\\u00A0-\\uD7FF\\uE000-\\uFFFD\\u10000-\\u10FFFF]+\0"
    "[\\w+=,.@:\\/-]*\0"
    "[\\w+=,.@-]*\0"
    "[\\w+=/:,.@-]*\0"
    "[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]+\0"
    "[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*\0"
    "[\\d]*\0"
    "[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+\0"
    "AssumeRole\0"
    "AssumeRoleResult\0"
    "GetCallerIdentity\0"
    "GetCallerIdentityResult\0"
    "GetSessionToken\0"
    "GetSessionTokenResult\0"
    ;

static const struct shape_row rows[] = {
    {10, 0, 13, 0, 0, 0, 0, 0, 0, 0}, /* AssumeRoleRequest */
    {10, 0, 6, 13, 0, 0, 0, 0, 0, 0}, /* AssumeRoleResponse */
    {10, 0, 2, 19, 0, 0, 0, 0, 0, 0}, /* AssumedRoleUser */
    {10, 0, 4, 21, 0, 0, 0, 0, 0, 0}, /* Credentials */
    {10, 0, 0, 25, 0, 0, 0, 0, 0, 0}, /* GetCallerIdentityRequest */
    {10, 0, 3, 25, 0, 0, 0, 0, 0, 0}, /* GetCallerIdentityResponse */
    {10, 0, 4, 28, 0, 0, 0, 0, 0, 0}, /* GetSessionTokenRequest */
    {10, 0, 3, 32, 0, 0, 0, 0, 0, 0}, /* GetSessionTokenResponse */
    {10, 0, 1, 35, 0, 0, 0, 0, 0, 0}, /* PolicyDescriptorType */
    {10, 0, 2, 36, 0, 0, 0, 0, 0, 0}, /* ProvidedContext */
    {8, 3, 0, 0, 9, 0, 0, 0, 1, 5}, /* ProvidedContextsListType */
    {10, 0, 2, 38, 0, 0, 0, 0, 0, 0}, /* Tag */
    {0, 0, 0, 0, 0, 0, 0, 0, 0, 0}, /* accessKeyIdType */
    {0, 3, 0, 0, 0, 0, 386, 0, 20, 2048}, /* arnType */
    {0, 3, 0, 0, 0, 0, 0, 0, 4, 2048}, /* contextAssertionType */
    {6, 0, 0, 0, 0, 0, 0, 0, 0, 0}, /* dateType */
    {1, 3, 0, 0, 0, 0, 0, 0, 900, 129600}, /* durationSecondsType */
    {0, 3, 0, 0, 0, 0, 469, 0, 2, 1224}, /* externalIdType */
    {1, 3, 0, 0, 0, 0, 0, 0, 0, 4096}, /* minimumSessionTokenSizeType */
    {1, 0, 0, 0, 0, 0, 0, 0, 0, 0}, /* nonNegativeIntegerType */
    {8, 0, 0, 0, 8, 0, 0, 0, 0, 0}, /* policyDescriptorListType */
    {1, 3, 0, 0, 0, 0, 0, 0, 900, 43200}, /* roleDurationSecondsType */
    {0, 3, 0, 0, 0, 0, 484, 0, 2, 64}, /* roleSessionNameType */
    {0, 3, 0, 0, 0, 0, 496, 0, 9, 256}, /* serialNumberType */
    {8, 2, 0, 0, 25, 0, 0, 0, 0, 50}, /* tagKeyListType */
    {0, 3, 0, 0, 0, 0, 510, 0, 1, 128}, /* tagKeyType */
    {8, 2, 0, 0, 11, 0, 0, 0, 0, 50}, /* tagListType */
    {0, 3, 0, 0, 0, 0, 538, 0, 0, 256}, /* tagValueType */
    {0, 3, 0, 0, 0, 0, 566, 0, 6, 6}, /* tokenCodeType */
    {0, 1, 0, 0, 0, 0, 572, 0, 1, 0}, /* unrestrictedSessionPolicyDocumentType */
};

static const struct shape_member members[] = {
    {1, 0, 0, 13, 1, 1}, /* RoleArn */
    {9, 0, 0, 22, 1, 1}, /* RoleSessionName */
    {25, 0, 0, 20, 0, 2}, /* PolicyArns */
    {36, 0, 0, 29, 0, 2}, /* Policy */
    {43, 0, 0, 21, 0, 1}, /* DurationSeconds */
    {59, 0, 0, 26, 0, 2}, /* Tags */
    {64, 0, 0, 24, 0, 2}, /* TransitiveTagKeys */
    {82, 0, 0, 17, 0, 2}, /* ExternalId */
    {93, 0, 0, 23, 0, 2}, /* SerialNumber */
    {106, 0, 0, 28, 0, 2}, /* TokenCode */
    {116, 0, 0, 22, 0, 2}, /* SourceIdentity */
    {131, 0, 0, 10, 0, 2}, /* ProvidedContexts */
    {148, 0, 0, 18, 0, 2}, /* MinimumSessionTokenSize */
    {172, 0, 0, 3, 0, 0}, /* Credentials */
    {184, 0, 0, 2, 0, 0}, /* AssumedRoleUser */
    {200, 0, 0, 19, 0, 0}, /* PackedPolicySize */
    {116, 0, 0, 22, 0, 0}, /* SourceIdentity */
    {217, 0, 0, 19, 0, 0}, /* SessionTokenUtilization */
    {241, 0, 0, 19, 0, 0}, /* SessionTokenSize */
    {258, 0, 0, 12, 0, 0}, /* AssumedRoleId */
    {272, 0, 0, 13, 0, 0}, /* Arn */
    {276, 0, 0, 12, 0, 0}, /* AccessKeyId */
    {288, 0, 0, 12, 0, 0}, /* SecretAccessKey */
    {304, 0, 0, 12, 0, 0}, /* SessionToken */
    {317, 0, 0, 15, 0, 0}, /* Expiration */
    {328, 0, 0, 12, 0, 0}, /* UserId */
    {335, 0, 0, 12, 0, 0}, /* Account */
    {272, 0, 0, 13, 0, 0}, /* Arn */
    {43, 0, 0, 16, 0, 1}, /* DurationSeconds */
    {93, 0, 0, 23, 0, 2}, /* SerialNumber */
    {106, 0, 0, 28, 0, 2}, /* TokenCode */
    {148, 0, 0, 18, 0, 2}, /* MinimumSessionTokenSize */
    {172, 0, 0, 3, 0, 0}, /* Credentials */
    {217, 0, 0, 19, 0, 0}, /* SessionTokenUtilization */
    {241, 0, 0, 19, 0, 0}, /* SessionTokenSize */
    {343, 0, 0, 13, 0, 0}, /* arn */
    {347, 0, 0, 13, 0, 0}, /* ProviderArn */
    {359, 0, 0, 14, 0, 0}, /* ContextAssertion */
    {376, 0, 0, 25, 1, 0}, /* Key */
    {380, 0, 0, 27, 1, 0}, /* Value */
};

static const struct shape_operation operations[] = {
    {607, 618, 0, 1}, /* AssumeRole */
    {635, 653, 4, 5}, /* GetCallerIdentity */
    {677, 693, 6, 7}, /* GetSessionToken */
};

const struct shape_service shapes_sts = {
    "sts",
    "",
    "",
    "2011-06-15",
    "https://sts.amazonaws.com/doc/2011-06-15/",
    pool, rows, members, operations,
    30, 3,
};
