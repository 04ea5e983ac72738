/* Made by tools/gen-shapes from botocore 1.44.5 (CloudWatch Logs 2014-03-28) and
 * model/; do not edit. */
#include "aws/shape.h"

/* clang-format off */
static const char pool[] =
    "\0"
    "^\\d{12}$\0"
    "logGroupName\0"
    "kmsKeyId\0"
    "tags\0"
    "\"STANDARD\"\000\0"
    "logGroupClass\0"
    "false\000\0"
    "deletionProtectionEnabled\0"
    "logStreamName\0"
    "accountIdentifiers\0"
    "logGroupNamePrefix\0"
    "logGroupNamePattern\0"
    "nextToken\0"
    "limit\0"
    "includeLinkedAccounts\0"
    "logGroupIdentifiers\0"
    "logGroups\0"
    "logGroupIdentifier\0"
    "logStreamNamePrefix\0"
    "orderBy\0"
    "descending\0"
    "logStreams\0"
    "keyAttributes\0"
    "attributes\0"
    "logStreamNames\0"
    "startTime\0"
    "endTime\0"
    "filterPattern\0"
    "true\000\0"
    "startFromHead\0"
    "interleaved\0"
    "unmask\0"
    "events\0"
    "searchedLogStreams\0"
    "timestamp\0"
    "message\0"
    "ingestionTime\0"
    "eventId\0"
    "nextForwardToken\0"
    "nextBackwardToken\0"
    "creationTime\0"
    "retentionInDays\0"
    "metricFilterCount\0"
    "arn\0"
    "storedBytes\0"
    "dataProtectionStatus\0"
    "inheritedProperties\0"
    "logGroupArn\0"
    "bearerTokenAuthenticationEnabled\0"
    "retentionPolicyName\0"
    "STANDARD\000INFREQUENT_ACCESS\000DELIVERY\000ESSENTIALS\0"
    "[\\w#+=/:,.@-]*\0"
    "[\\.\\-_/#A-Za-z0-9]+\0"
    "[\\.\\-_/#A-Za-z0-9]*\0"
    "firstEventTimestamp\0"
    "lastEventTimestamp\0"
    "lastIngestionTime\0"
    "uploadSequenceToken\0"
    "[^:*]*\0"
    "LogStreamName\000LastEventTime\0"
    "logEvents\0"
    "sequenceToken\0"
    "entity\0"
    "nextSequenceToken\0"
    "rejectedLogEventsInfo\0"
    "rejectedEntityInfo\0"
    "errorType\0"
    "tooNewLogEventStartIndex\0"
    "tooOldLogEventEndIndex\0"
    "expiredLogEventEndIndex\0"
    "searchedCompletely\0"
    "^([\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]+)$\0"
    "^([\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*)$\0"
    "CreateLogGroup\0"
    "CreateLogStream\0"
    "DeleteLogGroup\0"
    "DeleteLogStream\0"
    "DescribeLogGroups\0"
    "DescribeLogStreams\0"
    "FilterLogEvents\0"
    "GetLogEvents\0"
    "PutLogEvents\0"
    ;

static const struct shape_row rows[] = {
    {0, 3, 0, 0, 0, 0, 1, 0, 12, 12}, /* AccountId */
    {8, 3, 0, 0, 0, 0, 0, 0, 0, 20}, /* AccountIds */
    {0, 0, 0, 0, 0, 0, 0, 0, 0, 0}, /* Arn */
    {5, 0, 0, 0, 0, 0, 0, 0, 0, 0}, /* BearerTokenAuthenticationEnabled */
    {10, 0, 5, 0, 0, 0, 0, 0, 0, 0}, /* CreateLogGroupRequest */
    {10, 0, 2, 5, 0, 0, 0, 0, 0, 0}, /* CreateLogStreamRequest */
    {1, 0, 0, 0, 0, 0, 0, 0, 0, 0}, /* Days */
    {10, 0, 1, 7, 0, 0, 0, 0, 0, 0}, /* DeleteLogGroupRequest */
    {5, 0, 0, 0, 0, 0, 0, 0, 0, 0}, /* DeletionProtectionEnabled */
    {1, 3, 0, 0, 0, 0, 0, 0, 1, 50}, /* DescribeLimit */
    {8, 3, 0, 0, 37, 0, 0, 0, 1, 50}, /* DescribeLogGroupsLogGroupIdentifiers */
    {10, 0, 8, 8, 0, 0, 0, 0, 0, 0}, /* DescribeLogGroupsRequest */
    {10, 0, 2, 16, 0, 0, 0, 0, 0, 0}, /* DescribeLogGroupsResponse */
    {10, 0, 7, 18, 0, 0, 0, 0, 0, 0}, /* DescribeLogStreamsRequest */
    {10, 0, 2, 25, 0, 0, 0, 0, 0, 0}, /* DescribeLogStreamsResponse */
    {10, 0, 2, 27, 0, 0, 0, 0, 0, 0}, /* Entity */
    {9, 3, 0, 0, 18, 17, 0, 0, 0, 10}, /* EntityAttributes */
    {0, 3, 0, 0, 0, 0, 0, 0, 1, 256}, /* EntityAttributesKey */
    {0, 3, 0, 0, 0, 0, 0, 0, 1, 512}, /* EntityAttributesValue */
    {9, 3, 0, 0, 18, 20, 0, 0, 2, 4}, /* EntityKeyAttributes */
    {0, 3, 0, 0, 0, 0, 0, 0, 1, 32}, /* EntityKeyAttributesKey */
    {0, 1, 0, 0, 0, 0, 0, 0, 1, 0}, /* EventMessage */
    {1, 3, 0, 0, 0, 0, 0, 0, 1, 10000}, /* EventsLimit */
    {10, 0, 12, 29, 0, 0, 0, 0, 0, 0}, /* FilterLogEventsRequest */
    {10, 0, 3, 41, 0, 0, 0, 0, 0, 0}, /* FilterLogEventsResponse */
    {0, 3, 0, 0, 0, 0, 0, 0, 0, 1024}, /* FilterPattern */
    {10, 0, 5, 44, 0, 0, 0, 0, 0, 0}, /* FilteredLogEvent */
    {8, 0, 0, 0, 26, 0, 0, 0, 0, 0}, /* FilteredLogEvents */
    {10, 0, 9, 49, 0, 0, 0, 0, 0, 0}, /* GetLogEventsRequest */
    {10, 0, 3, 58, 0, 0, 0, 0, 0, 0}, /* GetLogEventsResponse */
    {8, 0, 0, 0, 2, 0, 0, 0, 0, 0}, /* InheritedProperties */
    {10, 0, 2, 61, 0, 0, 0, 0, 0, 0}, /* InputLogEvent */
    {8, 3, 0, 0, 31, 0, 0, 0, 1, 10000}, /* InputLogEvents */
    {8, 3, 0, 0, 42, 0, 0, 0, 1, 100}, /* InputLogStreamNames */
    {0, 2, 0, 0, 0, 0, 0, 0, 0, 256}, /* KmsKeyId */
    {10, 0, 14, 63, 0, 0, 0, 0, 0, 0}, /* LogGroup */
    {0, 4, 4, 686, 0, 0, 0, 0, 0, 0}, /* LogGroupClass */
    {0, 3, 0, 0, 0, 0, 733, 0, 1, 2048}, /* LogGroupIdentifier */
    {0, 3, 0, 0, 0, 0, 748, 0, 1, 512}, /* LogGroupName */
    {0, 3, 0, 0, 0, 0, 768, 0, 0, 512}, /* LogGroupNamePattern */
    {8, 0, 0, 0, 35, 0, 0, 0, 0, 0}, /* LogGroups */
    {10, 0, 8, 77, 0, 0, 0, 0, 0, 0}, /* LogStream */
    {0, 3, 0, 0, 0, 0, 865, 0, 1, 512}, /* LogStreamName */
    {8, 0, 0, 0, 41, 0, 0, 0, 0, 0}, /* LogStreams */
    {0, 4, 2, 872, 0, 0, 0, 0, 0, 0}, /* OrderBy */
    {10, 0, 3, 85, 0, 0, 0, 0, 0, 0}, /* OutputLogEvent */
    {8, 0, 0, 0, 45, 0, 0, 0, 0, 0}, /* OutputLogEvents */
    {10, 0, 5, 88, 0, 0, 0, 0, 0, 0}, /* PutLogEventsRequest */
    {10, 0, 3, 93, 0, 0, 0, 0, 0, 0}, /* PutLogEventsResponse */
    {10, 0, 1, 96, 0, 0, 0, 0, 0, 0}, /* RejectedEntityInfo */
    {10, 0, 3, 97, 0, 0, 0, 0, 0, 0}, /* RejectedLogEventsInfo */
    {10, 0, 2, 100, 0, 0, 0, 0, 0, 0}, /* SearchedLogStream */
    {8, 0, 0, 0, 51, 0, 0, 0, 0, 0}, /* SearchedLogStreams */
    {2, 0, 0, 0, 0, 0, 0, 0, 0, 0}, /* StoredBytes */
    {0, 3, 0, 0, 0, 0, 1091, 0, 1, 128}, /* TagKey */
    {0, 2, 0, 0, 0, 0, 1123, 0, 0, 256}, /* TagValue */
    {9, 3, 0, 0, 55, 54, 0, 0, 1, 50}, /* Tags */
    {2, 1, 0, 0, 0, 0, 0, 0, 0, 0}, /* Timestamp */
};

static const struct shape_member members[] = {
    {10, 0, 0, 38, 1, 1}, /* logGroupName */
    {23, 0, 0, 34, 0, 2}, /* kmsKeyId */
    {32, 0, 0, 56, 0, 1}, /* tags */
    {49, 0, 37, 36, 0, 2}, /* logGroupClass */
    {70, 0, 63, 8, 0, 3}, /* deletionProtectionEnabled */
    {10, 0, 0, 38, 1, 1}, /* logGroupName */
    {96, 0, 0, 42, 1, 1}, /* logStreamName */
    {10, 0, 0, 38, 1, 1}, /* logGroupName */
    {110, 0, 0, 1, 0, 3}, /* accountIdentifiers */
    {129, 0, 0, 38, 0, 1}, /* logGroupNamePrefix */
    {148, 0, 0, 39, 0, 1}, /* logGroupNamePattern */
    {168, 0, 0, 21, 0, 1}, /* nextToken */
    {178, 0, 0, 9, 0, 1}, /* limit */
    {184, 0, 63, 8, 0, 3}, /* includeLinkedAccounts */
    {49, 0, 37, 36, 0, 3}, /* logGroupClass */
    {206, 0, 0, 10, 0, 3}, /* logGroupIdentifiers */
    {226, 0, 0, 40, 0, 0}, /* logGroups */
    {168, 0, 0, 21, 0, 0}, /* nextToken */
    {10, 0, 0, 38, 0, 1}, /* logGroupName */
    {236, 0, 0, 37, 0, 1}, /* logGroupIdentifier */
    {255, 0, 0, 42, 0, 1}, /* logStreamNamePrefix */
    {275, 0, 0, 44, 0, 1}, /* orderBy */
    {283, 0, 0, 8, 0, 1}, /* descending */
    {168, 0, 0, 21, 0, 1}, /* nextToken */
    {178, 0, 0, 9, 0, 1}, /* limit */
    {294, 0, 0, 43, 0, 0}, /* logStreams */
    {168, 0, 0, 21, 0, 0}, /* nextToken */
    {305, 0, 0, 19, 0, 0}, /* keyAttributes */
    {319, 0, 0, 16, 0, 0}, /* attributes */
    {10, 0, 0, 38, 0, 1}, /* logGroupName */
    {236, 0, 0, 37, 0, 1}, /* logGroupIdentifier */
    {330, 0, 0, 33, 0, 1}, /* logStreamNames */
    {255, 0, 0, 42, 0, 1}, /* logStreamNamePrefix */
    {345, 0, 0, 57, 0, 1}, /* startTime */
    {355, 0, 0, 57, 0, 1}, /* endTime */
    {363, 0, 0, 25, 0, 1}, /* filterPattern */
    {168, 0, 0, 21, 0, 1}, /* nextToken */
    {178, 0, 0, 22, 0, 1}, /* limit */
    {383, 0, 377, 8, 0, 3}, /* startFromHead */
    {397, 0, 0, 8, 0, 1}, /* interleaved */
    {409, 0, 0, 8, 0, 2}, /* unmask */
    {416, 0, 0, 27, 0, 0}, /* events */
    {423, 0, 0, 52, 0, 0}, /* searchedLogStreams */
    {168, 0, 0, 21, 0, 0}, /* nextToken */
    {96, 0, 0, 42, 0, 0}, /* logStreamName */
    {442, 0, 0, 57, 0, 0}, /* timestamp */
    {452, 0, 0, 21, 0, 0}, /* message */
    {460, 0, 0, 57, 0, 0}, /* ingestionTime */
    {474, 0, 0, 2, 0, 0}, /* eventId */
    {10, 0, 0, 38, 0, 1}, /* logGroupName */
    {236, 0, 0, 37, 0, 1}, /* logGroupIdentifier */
    {96, 0, 0, 42, 1, 1}, /* logStreamName */
    {345, 0, 0, 57, 0, 1}, /* startTime */
    {355, 0, 0, 57, 0, 1}, /* endTime */
    {168, 0, 0, 21, 0, 1}, /* nextToken */
    {178, 0, 0, 22, 0, 1}, /* limit */
    {383, 0, 0, 8, 0, 1}, /* startFromHead */
    {409, 0, 0, 8, 0, 2}, /* unmask */
    {416, 0, 0, 46, 0, 0}, /* events */
    {482, 0, 0, 21, 0, 0}, /* nextForwardToken */
    {499, 0, 0, 21, 0, 0}, /* nextBackwardToken */
    {442, 0, 0, 57, 1, 0}, /* timestamp */
    {452, 0, 0, 21, 1, 0}, /* message */
    {10, 0, 0, 38, 0, 0}, /* logGroupName */
    {517, 0, 0, 57, 0, 0}, /* creationTime */
    {530, 0, 0, 6, 0, 0}, /* retentionInDays */
    {546, 0, 0, 6, 0, 0}, /* metricFilterCount */
    {564, 0, 0, 2, 0, 0}, /* arn */
    {568, 0, 0, 53, 0, 0}, /* storedBytes */
    {23, 0, 0, 34, 0, 0}, /* kmsKeyId */
    {580, 0, 0, 2, 0, 0}, /* dataProtectionStatus */
    {601, 0, 0, 30, 0, 0}, /* inheritedProperties */
    {49, 0, 0, 36, 0, 0}, /* logGroupClass */
    {621, 0, 0, 2, 0, 0}, /* logGroupArn */
    {70, 0, 0, 8, 0, 0}, /* deletionProtectionEnabled */
    {633, 0, 0, 3, 0, 0}, /* bearerTokenAuthenticationEnabled */
    {666, 0, 0, 2, 0, 0}, /* retentionPolicyName */
    {96, 0, 0, 42, 0, 0}, /* logStreamName */
    {517, 0, 0, 57, 0, 0}, /* creationTime */
    {788, 0, 0, 57, 0, 0}, /* firstEventTimestamp */
    {808, 0, 0, 57, 0, 0}, /* lastEventTimestamp */
    {827, 0, 0, 57, 0, 0}, /* lastIngestionTime */
    {845, 0, 0, 21, 0, 0}, /* uploadSequenceToken */
    {564, 0, 0, 2, 0, 0}, /* arn */
    {568, 0, 0, 53, 0, 0}, /* storedBytes */
    {442, 0, 0, 57, 0, 0}, /* timestamp */
    {452, 0, 0, 21, 0, 0}, /* message */
    {460, 0, 0, 57, 0, 0}, /* ingestionTime */
    {10, 0, 0, 38, 1, 1}, /* logGroupName */
    {96, 0, 0, 42, 1, 1}, /* logStreamName */
    {900, 0, 0, 32, 1, 1}, /* logEvents */
    {910, 0, 0, 21, 0, 1}, /* sequenceToken */
    {924, 0, 0, 15, 0, 2}, /* entity */
    {931, 0, 0, 21, 0, 0}, /* nextSequenceToken */
    {949, 0, 0, 50, 0, 0}, /* rejectedLogEventsInfo */
    {971, 0, 0, 49, 0, 0}, /* rejectedEntityInfo */
    {990, 0, 0, 2, 0, 0}, /* errorType */
    {1000, 0, 0, 6, 0, 0}, /* tooNewLogEventStartIndex */
    {1025, 0, 0, 6, 0, 0}, /* tooOldLogEventEndIndex */
    {1048, 0, 0, 6, 0, 0}, /* expiredLogEventEndIndex */
    {96, 0, 0, 42, 0, 0}, /* logStreamName */
    {1072, 0, 0, 3, 0, 0}, /* searchedCompletely */
};

static const struct shape_operation operations[] = {
    {1155, 0, 4, 65535}, /* CreateLogGroup */
    {1170, 0, 5, 65535}, /* CreateLogStream */
    {1186, 0, 7, 65535}, /* DeleteLogGroup */
    {1201, 0, 5, 65535}, /* DeleteLogStream */
    {1217, 0, 11, 12}, /* DescribeLogGroups */
    {1235, 0, 13, 14}, /* DescribeLogStreams */
    {1254, 0, 23, 24}, /* FilterLogEvents */
    {1270, 0, 28, 29}, /* GetLogEvents */
    {1283, 0, 47, 48}, /* PutLogEvents */
};

const struct shape_service shapes_logs = {
    "logs",
    "Logs_20140328",
    "1.1",
    "",
    "",
    pool, rows, members, operations,
    58, 9,
};
