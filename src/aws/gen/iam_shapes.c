/* Made by tools/gen-shapes from botocore 1.44.5 (IAM 2010-05-08) and
 * model/; do not edit. */
#include "aws/shape.h"

/* clang-format off */
static const char pool[] =
    "\0"
    "RoleName\0"
    "PolicyArn\0"
    "PermissionsBoundaryType\0"
    "PermissionsBoundaryArn\0"
    "PolicyName\0"
    "[\\w+=,.@-]+\0"
    "user\000group\000role\0"
    "ContextKeyName\0"
    "ContextKeyValues\0"
    "ContextKeyType\0"
    "string\000stringList\000numeric\000numericList\000boolean\000booleanList\000ip\000ipList\000binary\000binaryList\000date\000dateList\0"
    "Path\0"
    "AssumeRolePolicyDocument\0"
    "Description\0"
    "MaxSessionDuration\0"
    "PermissionsBoundary\0"
    "Tags\0"
    "Role\0"
    "EvalActionName\0"
    "EvalResourceName\0"
    "EvalDecision\0"
    "MatchedStatements\0"
    "MissingContextValues\0"
    "OrganizationsDecisionDetail\0"
    "PermissionsBoundaryDecisionDetail\0"
    "EvalDecisionDetails\0"
    "ResourceSpecificResults\0"
    "PolicyDocument\0"
    "AttachmentType\0"
    "AttachmentName\0"
    "\"/\"\000\0"
    "PathPrefix\0"
    "Marker\0"
    "MaxItems\0"
    "AttachedPolicies\0"
    "IsTruncated\0"
    "PolicyNames\0"
    "Roles\0"
    "AllowedByOrganizations\0"
    "AllowedByPermissionsBoundary\0"
    "PolicyType\0"
    "InlinePolicyIdentifier\0"
    "inline\000aws-managed\000user-managed\000permission-boundary\000scp\000rcp\0"
    "Line\0"
    "Column\0"
    "EvalResourceDecision\0"
    "RoleId\0"
    "Arn\0"
    "CreateDate\0"
    "RoleLastUsed\0"
    "SourceRoleTemplate\0"
    "LastUsedDate\0"
    "Region\0"
    "EvaluationResults\0"
    "PolicySourceArn\0"
    "PolicyInputList\0"
    "PermissionsBoundaryPolicyInputList\0"
    "PolicyExclusionList\0"
    "ActionNames\0"
    "ResourceArns\0"
    "ResourcePolicy\0"
    "ResourceOwner\0"
    "CallerArn\0"
    "ContextEntries\0"
    "ResourceHandlingOption\0"
    "TemplateArn\0"
    "TemplateMinorVersion\0"
    "SourcePolicyId\0"
    "SourcePolicyType\0"
    "StartPosition\0"
    "EndPosition\0"
    "Key\0"
    "Value\0"
    "[\\u0020-\\u00FF]+\0"
    "\\u002F[\\u0021-\\u007F]*\0"
    "(\\u002F)|(\\u002F[\\u0021-\\u007E]+\\u002F)\0"
    "[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+\0"
    "((/[A-Za-z0-9\\.,\\+@=_-]+)*)/\0"
    "[\\u0009\\u000A\\u000D\\u0020-\\u007E\\u00A1-\\u00FF]*\0"
    "[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]+\0"
    "[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*\0"
    "AttachRolePolicy\0"
    "CreateRole\0"
    "CreateRoleResult\0"
    "DeleteRole\0"
    "DeleteRolePolicy\0"
    "DetachRolePolicy\0"
    "GetRole\0"
    "GetRoleResult\0"
    "GetRolePolicy\0"
    "GetRolePolicyResult\0"
    "ListAttachedRolePolicies\0"
    "ListAttachedRolePoliciesResult\0"
    "ListRolePolicies\0"
    "ListRolePoliciesResult\0"
    "ListRoles\0"
    "ListRolesResult\0"
    "PutRolePolicy\0"
    "SimulatePrincipalPolicy\0"
    "SimulatePrincipalPolicyResult\0"
    "UpdateAssumeRolePolicy\0"
    ;

static const struct shape_row rows[] = {
    {8, 0, 0, 0, 1, 0, 0, 0, 0, 0}, /* ActionNameListType */
    {0, 3, 0, 0, 0, 0, 0, 0, 3, 128}, /* ActionNameType */
    {10, 0, 2, 0, 0, 0, 0, 0, 0, 0}, /* AttachRolePolicyRequest */
    {10, 0, 2, 2, 0, 0, 0, 0, 0, 0}, /* AttachedPermissionsBoundary */
    {10, 0, 2, 4, 0, 0, 0, 0, 0, 0}, /* AttachedPolicy */
    {0, 3, 0, 0, 0, 0, 78, 0, 1, 128}, /* AttachmentName */
    {0, 4, 3, 90, 0, 0, 0, 0, 0, 0}, /* AttachmentType */
    {1, 0, 0, 0, 0, 0, 0, 0, 0, 0}, /* ColumnNumber */
    {10, 0, 3, 6, 0, 0, 0, 0, 0, 0}, /* ContextEntry */
    {8, 0, 0, 0, 8, 0, 0, 0, 0, 0}, /* ContextEntryListType */
    {0, 3, 0, 0, 0, 0, 0, 0, 5, 256}, /* ContextKeyNameType */
    {8, 0, 0, 0, 10, 0, 0, 0, 0, 0}, /* ContextKeyNamesResultListType */
    {0, 4, 12, 153, 0, 0, 0, 0, 0, 0}, /* ContextKeyTypeEnum */
    {8, 0, 0, 0, 14, 0, 0, 0, 0, 0}, /* ContextKeyValueListType */
    {0, 0, 0, 0, 0, 0, 0, 0, 0, 0}, /* ContextKeyValueType */
    {10, 0, 7, 9, 0, 0, 0, 0, 0, 0}, /* CreateRoleRequest */
    {10, 0, 1, 16, 0, 0, 0, 0, 0, 0}, /* CreateRoleResponse */
    {10, 0, 2, 17, 0, 0, 0, 0, 0, 0}, /* DeleteRolePolicyRequest */
    {10, 0, 1, 19, 0, 0, 0, 0, 0, 0}, /* DeleteRoleRequest */
    {10, 0, 2, 20, 0, 0, 0, 0, 0, 0}, /* DetachRolePolicyRequest */
    {9, 0, 0, 0, 21, 21, 0, 0, 0, 0}, /* EvalDecisionDetailsType */
    {0, 0, 0, 0, 0, 0, 0, 0, 0, 0}, /* EvalDecisionSourceType */
    {10, 0, 9, 22, 0, 0, 0, 0, 0, 0}, /* EvaluationResult */
    {8, 0, 0, 0, 22, 0, 0, 0, 0, 0}, /* EvaluationResultsListType */
    {10, 0, 3, 31, 0, 0, 0, 0, 0, 0}, /* GetRolePolicyResponse */
    {10, 0, 3, 34, 0, 0, 0, 0, 0, 0}, /* InlinePolicyIdentifierType */
    {10, 0, 4, 37, 0, 0, 0, 0, 0, 0}, /* ListAttachedRolePoliciesRequest */
    {10, 0, 3, 41, 0, 0, 0, 0, 0, 0}, /* ListAttachedRolePoliciesResponse */
    {10, 0, 3, 44, 0, 0, 0, 0, 0, 0}, /* ListRolePoliciesRequest */
    {10, 0, 3, 47, 0, 0, 0, 0, 0, 0}, /* ListRolePoliciesResponse */
    {10, 0, 3, 50, 0, 0, 0, 0, 0, 0}, /* ListRolesRequest */
    {10, 0, 3, 53, 0, 0, 0, 0, 0, 0}, /* ListRolesResponse */
    {10, 0, 1, 56, 0, 0, 0, 0, 0, 0}, /* OrganizationsDecisionDetail */
    {10, 0, 1, 57, 0, 0, 0, 0, 0, 0}, /* PermissionsBoundaryDecisionDetail */
    {8, 2, 0, 0, 35, 0, 0, 0, 0, 256}, /* PolicyExclusionsListType */
    {10, 16, 3, 58, 0, 0, 0, 0, 0, 0}, /* PolicyIdentifier */
    {0, 4, 6, 744, 0, 0, 0, 0, 0, 0}, /* PolicyIdentifierPolicyType */
    {10, 0, 2, 61, 0, 0, 0, 0, 0, 0}, /* Position */
    {10, 0, 3, 63, 0, 0, 0, 0, 0, 0}, /* PutRolePolicyRequest */
    {0, 3, 0, 0, 0, 0, 0, 0, 1, 64}, /* ResourceHandlingOptionType */
    {8, 0, 0, 0, 41, 0, 0, 0, 0, 0}, /* ResourceNameListType */
    {0, 3, 0, 0, 0, 0, 0, 0, 1, 2048}, /* ResourceNameType */
    {10, 0, 6, 66, 0, 0, 0, 0, 0, 0}, /* ResourceSpecificResult */
    {8, 0, 0, 0, 42, 0, 0, 0, 0, 0}, /* ResourceSpecificResultListType */
    {10, 0, 12, 72, 0, 0, 0, 0, 0, 0}, /* Role */
    {10, 0, 2, 84, 0, 0, 0, 0, 0, 0}, /* RoleLastUsed */
    {10, 0, 3, 86, 0, 0, 0, 0, 0, 0}, /* SimulatePolicyResponse */
    {10, 0, 13, 89, 0, 0, 0, 0, 0, 0}, /* SimulatePrincipalPolicyRequest */
    {8, 0, 0, 0, 62, 0, 0, 0, 0, 0}, /* SimulationPolicyListType */
    {10, 0, 2, 102, 0, 0, 0, 0, 0, 0}, /* SourceRoleTemplate */
    {10, 0, 4, 104, 0, 0, 0, 0, 0, 0}, /* Statement */
    {8, 0, 0, 0, 50, 0, 0, 0, 0, 0}, /* StatementListType */
    {10, 0, 2, 108, 0, 0, 0, 0, 0, 0}, /* Tag */
    {10, 0, 2, 110, 0, 0, 0, 0, 0, 0}, /* UpdateAssumeRolePolicyRequest */
    {0, 3, 0, 0, 0, 0, 0, 0, 20, 2048}, /* arnType */
    {8, 0, 0, 0, 4, 0, 0, 0, 0, 0}, /* attachedPoliciesListType */
    {5, 0, 0, 0, 0, 0, 0, 0, 0, 0}, /* booleanType */
    {6, 0, 0, 0, 0, 0, 0, 0, 0, 0}, /* dateType */
    {0, 3, 0, 0, 0, 0, 1219, 0, 1, 320}, /* markerType */
    {1, 3, 0, 0, 0, 0, 0, 0, 1, 1000}, /* maxItemsType */
    {0, 3, 0, 0, 0, 0, 1236, 0, 1, 512}, /* pathPrefixType */
    {0, 3, 0, 0, 0, 0, 1259, 0, 1, 512}, /* pathType */
    {0, 3, 0, 0, 0, 0, 1299, 0, 1, 131072}, /* policyDocumentType */
    {8, 0, 0, 0, 5, 0, 0, 0, 0, 0}, /* policyNameListType */
    {0, 3, 0, 0, 0, 0, 1334, 0, 1, 512}, /* policyPathType */
    {0, 2, 0, 0, 0, 0, 1363, 0, 0, 1000}, /* roleDescriptionType */
    {8, 0, 0, 0, 44, 0, 0, 0, 0, 0}, /* roleListType */
    {1, 3, 0, 0, 0, 0, 0, 0, 3600, 43200}, /* roleMaxSessionDurationType */
    {0, 3, 0, 0, 0, 0, 78, 0, 1, 64}, /* roleNameType */
    {0, 3, 0, 0, 0, 0, 1411, 0, 1, 128}, /* tagKeyType */
    {8, 2, 0, 0, 52, 0, 0, 0, 0, 50}, /* tagListType */
    {0, 3, 0, 0, 0, 0, 1439, 0, 0, 256}, /* tagValueType */
};

static const struct shape_member members[] = {
    {1, 0, 0, 68, 1, 1}, /* RoleName */
    {10, 0, 0, 54, 1, 2}, /* PolicyArn */
    {20, 0, 0, 21, 0, 0}, /* PermissionsBoundaryType */
    {44, 0, 0, 54, 0, 0}, /* PermissionsBoundaryArn */
    {67, 0, 0, 5, 0, 0}, /* PolicyName */
    {10, 0, 0, 54, 0, 0}, /* PolicyArn */
    {106, 0, 0, 10, 0, 0}, /* ContextKeyName */
    {121, 0, 0, 13, 0, 0}, /* ContextKeyValues */
    {138, 0, 0, 12, 0, 0}, /* ContextKeyType */
    {253, 0, 0, 61, 0, 1}, /* Path */
    {1, 0, 0, 68, 1, 1}, /* RoleName */
    {258, 0, 0, 62, 1, 1}, /* AssumeRolePolicyDocument */
    {283, 0, 0, 65, 0, 1}, /* Description */
    {295, 0, 0, 67, 0, 1}, /* MaxSessionDuration */
    {314, 0, 0, 54, 0, 2}, /* PermissionsBoundary */
    {334, 0, 0, 70, 0, 1}, /* Tags */
    {339, 0, 0, 44, 0, 0}, /* Role */
    {1, 0, 0, 68, 1, 1}, /* RoleName */
    {67, 0, 0, 5, 1, 1}, /* PolicyName */
    {1, 0, 0, 68, 1, 1}, /* RoleName */
    {1, 0, 0, 68, 1, 1}, /* RoleName */
    {10, 0, 0, 54, 1, 1}, /* PolicyArn */
    {344, 0, 0, 1, 0, 0}, /* EvalActionName */
    {359, 0, 0, 41, 0, 0}, /* EvalResourceName */
    {376, 0, 0, 21, 0, 0}, /* EvalDecision */
    {389, 0, 0, 51, 0, 0}, /* MatchedStatements */
    {407, 0, 0, 11, 0, 0}, /* MissingContextValues */
    {428, 0, 0, 32, 0, 0}, /* OrganizationsDecisionDetail */
    {456, 0, 0, 33, 0, 0}, /* PermissionsBoundaryDecisionDetail */
    {490, 0, 0, 20, 0, 0}, /* EvalDecisionDetails */
    {510, 0, 0, 43, 0, 0}, /* ResourceSpecificResults */
    {1, 0, 0, 68, 0, 0}, /* RoleName */
    {67, 0, 0, 5, 0, 0}, /* PolicyName */
    {534, 0, 0, 62, 0, 0}, /* PolicyDocument */
    {67, 0, 0, 5, 1, 0}, /* PolicyName */
    {549, 0, 0, 6, 1, 0}, /* AttachmentType */
    {564, 0, 0, 5, 1, 0}, /* AttachmentName */
    {1, 0, 0, 68, 1, 1}, /* RoleName */
    {584, 0, 579, 64, 0, 3}, /* PathPrefix */
    {595, 0, 0, 58, 0, 1}, /* Marker */
    {602, 0, 0, 59, 0, 1}, /* MaxItems */
    {611, 0, 0, 55, 0, 0}, /* AttachedPolicies */
    {628, 0, 0, 56, 0, 0}, /* IsTruncated */
    {595, 0, 0, 21, 0, 0}, /* Marker */
    {1, 0, 0, 68, 1, 1}, /* RoleName */
    {595, 0, 0, 58, 0, 1}, /* Marker */
    {602, 0, 0, 59, 0, 1}, /* MaxItems */
    {640, 0, 0, 63, 0, 0}, /* PolicyNames */
    {628, 0, 0, 56, 0, 0}, /* IsTruncated */
    {595, 0, 0, 21, 0, 0}, /* Marker */
    {584, 0, 0, 60, 0, 1}, /* PathPrefix */
    {595, 0, 0, 58, 0, 1}, /* Marker */
    {602, 0, 0, 59, 0, 1}, /* MaxItems */
    {652, 0, 0, 66, 0, 0}, /* Roles */
    {628, 0, 0, 56, 0, 0}, /* IsTruncated */
    {595, 0, 0, 21, 0, 0}, /* Marker */
    {658, 0, 0, 56, 0, 0}, /* AllowedByOrganizations */
    {681, 0, 0, 56, 0, 0}, /* AllowedByPermissionsBoundary */
    {710, 0, 0, 36, 0, 0}, /* PolicyType */
    {10, 0, 0, 54, 0, 0}, /* PolicyArn */
    {721, 0, 0, 25, 0, 0}, /* InlinePolicyIdentifier */
    {804, 0, 0, 7, 0, 0}, /* Line */
    {809, 0, 0, 7, 0, 0}, /* Column */
    {1, 0, 0, 68, 1, 1}, /* RoleName */
    {67, 0, 0, 5, 1, 1}, /* PolicyName */
    {534, 0, 0, 62, 1, 2}, /* PolicyDocument */
    {359, 0, 0, 41, 0, 0}, /* EvalResourceName */
    {816, 0, 0, 21, 0, 0}, /* EvalResourceDecision */
    {389, 0, 0, 51, 0, 0}, /* MatchedStatements */
    {407, 0, 0, 11, 0, 0}, /* MissingContextValues */
    {490, 0, 0, 20, 0, 0}, /* EvalDecisionDetails */
    {456, 0, 0, 33, 0, 0}, /* PermissionsBoundaryDecisionDetail */
    {253, 0, 0, 61, 0, 0}, /* Path */
    {1, 0, 0, 68, 0, 0}, /* RoleName */
    {837, 0, 0, 21, 0, 0}, /* RoleId */
    {844, 0, 0, 54, 0, 0}, /* Arn */
    {848, 0, 0, 57, 0, 0}, /* CreateDate */
    {258, 0, 0, 62, 0, 0}, /* AssumeRolePolicyDocument */
    {283, 0, 0, 65, 0, 0}, /* Description */
    {295, 0, 0, 67, 0, 0}, /* MaxSessionDuration */
    {314, 0, 0, 3, 0, 0}, /* PermissionsBoundary */
    {334, 0, 0, 70, 0, 0}, /* Tags */
    {859, 0, 0, 45, 0, 0}, /* RoleLastUsed */
    {872, 0, 0, 49, 0, 0}, /* SourceRoleTemplate */
    {891, 0, 0, 57, 0, 0}, /* LastUsedDate */
    {904, 0, 0, 21, 0, 0}, /* Region */
    {911, 0, 0, 23, 0, 0}, /* EvaluationResults */
    {628, 0, 0, 56, 0, 0}, /* IsTruncated */
    {595, 0, 0, 21, 0, 0}, /* Marker */
    {929, 0, 0, 54, 1, 1}, /* PolicySourceArn */
    {945, 0, 0, 48, 0, 2}, /* PolicyInputList */
    {961, 0, 0, 48, 0, 2}, /* PermissionsBoundaryPolicyInputList */
    {996, 0, 0, 34, 0, 2}, /* PolicyExclusionList */
    {1016, 0, 0, 0, 1, 1}, /* ActionNames */
    {1028, 0, 0, 40, 0, 1}, /* ResourceArns */
    {1041, 0, 0, 62, 0, 2}, /* ResourcePolicy */
    {1056, 0, 0, 41, 0, 2}, /* ResourceOwner */
    {1070, 0, 0, 41, 0, 2}, /* CallerArn */
    {1080, 0, 0, 9, 0, 2}, /* ContextEntries */
    {1095, 0, 0, 39, 0, 2}, /* ResourceHandlingOption */
    {602, 0, 0, 59, 0, 1}, /* MaxItems */
    {595, 0, 0, 58, 0, 1}, /* Marker */
    {1118, 0, 0, 54, 0, 0}, /* TemplateArn */
    {1130, 0, 0, 7, 0, 0}, /* TemplateMinorVersion */
    {1151, 0, 0, 21, 0, 0}, /* SourcePolicyId */
    {1166, 0, 0, 21, 0, 0}, /* SourcePolicyType */
    {1183, 0, 0, 37, 0, 0}, /* StartPosition */
    {1197, 0, 0, 37, 0, 0}, /* EndPosition */
    {1209, 0, 0, 69, 1, 0}, /* Key */
    {1213, 0, 0, 71, 1, 0}, /* Value */
    {1, 0, 0, 68, 1, 1}, /* RoleName */
    {534, 0, 0, 62, 1, 1}, /* PolicyDocument */
};

static const struct shape_operation operations[] = {
    {1467, 0, 2, 65535}, /* AttachRolePolicy */
    {1484, 1495, 15, 16}, /* CreateRole */
    {1512, 0, 18, 65535}, /* DeleteRole */
    {1523, 0, 17, 65535}, /* DeleteRolePolicy */
    {1540, 0, 19, 65535}, /* DetachRolePolicy */
    {1557, 1565, 18, 16}, /* GetRole */
    {1579, 1593, 17, 24}, /* GetRolePolicy */
    {1613, 1638, 26, 27}, /* ListAttachedRolePolicies */
    {1669, 1686, 28, 29}, /* ListRolePolicies */
    {1709, 1719, 30, 31}, /* ListRoles */
    {1735, 0, 38, 65535}, /* PutRolePolicy */
    {1749, 1773, 47, 46}, /* SimulatePrincipalPolicy */
    {1803, 0, 53, 65535}, /* UpdateAssumeRolePolicy */
};

const struct shape_service shapes_iam = {
    "iam",
    "",
    "",
    "2010-05-08",
    "https://iam.amazonaws.com/doc/2010-05-08/",
    pool, rows, members, operations,
    72, 13,
};
