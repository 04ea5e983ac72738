/* Made by tools/gen-shapes from botocore 1.44.5 (CloudWatch 2010-08-01) and
 * model/; do not edit. */
#include "aws/shape.h"

/* clang-format off */
static const char pool[] =
    "\0"
    "Timestamp\0"
    "SampleCount\0"
    "Average\0"
    "Sum\0"
    "Minimum\0"
    "Maximum\0"
    "Unit\0"
    "ExtendedStatistics\0"
    "Name\0"
    "Value\0"
    "KeyAttributes\0"
    "Attributes\0"
    "Entity\0"
    "MetricData\0"
    "MetricDataQueries\0"
    "StartTime\0"
    "EndTime\0"
    "NextToken\0"
    "ScanBy\0"
    "MaxDatapoints\0"
    "LabelOptions\0"
    "MetricDataResults\0"
    "Messages\0"
    "Namespace\0"
    "MetricName\0"
    "Dimensions\0"
    "Period\0"
    "Statistics\0"
    "Label\0"
    "Datapoints\0"
    "Timezone\0"
    "RecentlyActive\0"
    "false\000\0"
    "IncludeLinkedAccounts\0"
    "OwningAccount\0"
    "Metrics\0"
    "OwningAccounts\0"
    "Code\0"
    "Id\0"
    "MetricStat\0"
    "Expression\0"
    "ReturnData\0"
    "AccountId\0"
    "Timestamps\0"
    "Values\0"
    "StatusCode\0"
    "StatisticValues\0"
    "Counts\0"
    "StorageResolution\0"
    "Metric\0"
    "Stat\0"
    "[^:].*\0"
    "EntityMetricData\0"
    "StrictEntityValidation\0"
    "PT3H\0"
    "TimestampDescending\000TimestampAscending\0"
    "Seconds\000Microseconds\000Milliseconds\000Bytes\000Kilobytes\000Megabytes\000Gigabytes\000Terabytes\000Bits\000Kilobits\000Megabits\000Gigabits\000Terabits\000Percent\000Count\000Bytes/Second\000Kilobytes/Second\000Megabytes/Second\000Gigabytes/Second\000Terabytes/Second\000Bits/Second\000Kilobits/Second\000Megabits/Second\000Gigabits/Second\000Terabits/Second\000Count/Second\000None\0"
    "SampleCount\000Average\000Sum\000Minimum\000Maximum\0"
    "GetMetricData\0"
    "GetMetricDataResult\0"
    "GetMetricStatistics\0"
    "GetMetricStatisticsResult\0"
    "ListMetrics\0"
    "ListMetricsResult\0"
    "PutMetricData\0"
    ;

static const struct shape_row rows[] = {
    {0, 3, 0, 0, 0, 0, 0, 0, 1, 255}, /* AccountId */
    {8, 0, 0, 0, 3, 0, 0, 0, 0, 0}, /* Counts */
    {10, 0, 8, 0, 0, 0, 0, 0, 0, 0}, /* Datapoint */
    {4, 0, 0, 0, 0, 0, 0, 0, 0, 0}, /* DatapointValue */
    {9, 0, 0, 0, 3, 20, 0, 0, 0, 0}, /* DatapointValueMap */
    {8, 0, 0, 0, 3, 0, 0, 0, 0, 0}, /* DatapointValues */
    {8, 0, 0, 0, 2, 0, 0, 0, 0, 0}, /* Datapoints */
    {10, 0, 2, 8, 0, 0, 0, 0, 0, 0}, /* Dimension */
    {10, 0, 2, 10, 0, 0, 0, 0, 0, 0}, /* DimensionFilter */
    {8, 2, 0, 0, 8, 0, 0, 0, 0, 10}, /* DimensionFilters */
    {0, 3, 0, 0, 0, 0, 0, 0, 1, 1024}, /* DimensionValue */
    {8, 2, 0, 0, 7, 0, 0, 0, 0, 30}, /* Dimensions */
    {10, 0, 2, 12, 0, 0, 0, 0, 0, 0}, /* Entity */
    {9, 3, 0, 0, 15, 14, 0, 0, 0, 10}, /* EntityAttributesMap */
    {0, 3, 0, 0, 0, 0, 0, 0, 1, 256}, /* EntityAttributesMapKeyString */
    {0, 3, 0, 0, 0, 0, 0, 0, 1, 2048}, /* EntityAttributesMapValueString */
    {9, 3, 0, 0, 15, 17, 0, 0, 2, 4}, /* EntityKeyAttributesMap */
    {0, 3, 0, 0, 0, 0, 0, 0, 1, 32}, /* EntityKeyAttributesMapKeyString */
    {10, 0, 2, 14, 0, 0, 0, 0, 0, 0}, /* EntityMetricData */
    {8, 0, 0, 0, 18, 0, 0, 0, 0, 0}, /* EntityMetricDataList */
    {0, 0, 0, 0, 0, 0, 0, 0, 0, 0}, /* ExtendedStatistic */
    {8, 3, 0, 0, 20, 0, 0, 0, 1, 10}, /* ExtendedStatistics */
    {10, 0, 7, 16, 0, 0, 0, 0, 0, 0}, /* GetMetricDataInput */
    {1, 0, 0, 0, 0, 0, 0, 0, 0, 0}, /* GetMetricDataMaxDatapoints */
    {10, 0, 3, 23, 0, 0, 0, 0, 0, 0}, /* GetMetricDataOutput */
    {10, 0, 9, 26, 0, 0, 0, 0, 0, 0}, /* GetMetricStatisticsInput */
    {10, 0, 2, 35, 0, 0, 0, 0, 0, 0}, /* GetMetricStatisticsOutput */
    {5, 0, 0, 0, 0, 0, 0, 0, 0, 0}, /* IncludeLinkedAccounts */
    {10, 0, 1, 37, 0, 0, 0, 0, 0, 0}, /* LabelOptions */
    {10, 0, 7, 38, 0, 0, 0, 0, 0, 0}, /* ListMetricsInput */
    {10, 0, 3, 45, 0, 0, 0, 0, 0, 0}, /* ListMetricsOutput */
    {10, 0, 2, 48, 0, 0, 0, 0, 0, 0}, /* MessageData */
    {0, 0, 0, 0, 0, 0, 0, 0, 0, 0}, /* MessageDataCode */
    {10, 0, 3, 50, 0, 0, 0, 0, 0, 0}, /* Metric */
    {8, 0, 0, 0, 40, 0, 0, 0, 0, 0}, /* MetricData */
    {8, 0, 0, 0, 36, 0, 0, 0, 0, 0}, /* MetricDataQueries */
    {10, 0, 7, 53, 0, 0, 0, 0, 0, 0}, /* MetricDataQuery */
    {10, 0, 6, 60, 0, 0, 0, 0, 0, 0}, /* MetricDataResult */
    {8, 0, 0, 0, 31, 0, 0, 0, 0, 0}, /* MetricDataResultMessages */
    {8, 0, 0, 0, 37, 0, 0, 0, 0, 0}, /* MetricDataResults */
    {10, 0, 9, 66, 0, 0, 0, 0, 0, 0}, /* MetricDatum */
    {10, 0, 4, 75, 0, 0, 0, 0, 0, 0}, /* MetricStat */
    {8, 0, 0, 0, 33, 0, 0, 0, 0, 0}, /* Metrics */
    {0, 3, 0, 0, 0, 0, 526, 0, 1, 255}, /* Namespace */
    {8, 0, 0, 0, 0, 0, 0, 0, 0, 0}, /* OwningAccounts */
    {1, 1, 0, 0, 0, 0, 0, 0, 1, 0}, /* Period */
    {10, 0, 4, 79, 0, 0, 0, 0, 0, 0}, /* PutMetricDataInput */
    {0, 4, 1, 573, 0, 0, 0, 0, 0, 0}, /* RecentlyActive */
    {0, 4, 2, 578, 0, 0, 0, 0, 0, 0}, /* ScanBy */
    {0, 4, 27, 617, 0, 0, 0, 0, 0, 0}, /* StandardUnit */
    {0, 4, 5, 927, 0, 0, 0, 0, 0, 0}, /* Statistic */
    {10, 0, 4, 83, 0, 0, 0, 0, 0, 0}, /* StatisticSet */
    {8, 3, 0, 0, 50, 0, 0, 0, 1, 5}, /* Statistics */
    {6, 0, 0, 0, 0, 0, 0, 0, 0, 0}, /* Timestamp */
    {8, 0, 0, 0, 53, 0, 0, 0, 0, 0}, /* Timestamps */
};

static const struct shape_member members[] = {
    {1, 0, 0, 53, 0, 0}, /* Timestamp */
    {11, 0, 0, 3, 0, 0}, /* SampleCount */
    {23, 0, 0, 3, 0, 0}, /* Average */
    {31, 0, 0, 3, 0, 0}, /* Sum */
    {35, 0, 0, 3, 0, 0}, /* Minimum */
    {43, 0, 0, 3, 0, 0}, /* Maximum */
    {51, 0, 0, 49, 0, 0}, /* Unit */
    {56, 0, 0, 4, 0, 0}, /* ExtendedStatistics */
    {75, 0, 0, 0, 1, 0}, /* Name */
    {80, 0, 0, 10, 1, 0}, /* Value */
    {75, 0, 0, 0, 1, 0}, /* Name */
    {80, 0, 0, 10, 0, 0}, /* Value */
    {86, 0, 0, 16, 0, 0}, /* KeyAttributes */
    {100, 0, 0, 13, 0, 0}, /* Attributes */
    {111, 0, 0, 12, 0, 0}, /* Entity */
    {118, 0, 0, 34, 0, 0}, /* MetricData */
    {129, 0, 0, 35, 1, 1}, /* MetricDataQueries */
    {147, 0, 0, 53, 1, 1}, /* StartTime */
    {157, 0, 0, 53, 1, 1}, /* EndTime */
    {165, 0, 0, 20, 0, 1}, /* NextToken */
    {175, 0, 0, 48, 0, 1}, /* ScanBy */
    {182, 0, 0, 23, 0, 1}, /* MaxDatapoints */
    {196, 0, 0, 28, 0, 2}, /* LabelOptions */
    {209, 0, 0, 39, 0, 0}, /* MetricDataResults */
    {165, 0, 0, 20, 0, 0}, /* NextToken */
    {227, 0, 0, 38, 0, 0}, /* Messages */
    {236, 0, 0, 43, 1, 1}, /* Namespace */
    {246, 0, 0, 0, 1, 1}, /* MetricName */
    {257, 0, 0, 11, 0, 1}, /* Dimensions */
    {147, 0, 0, 53, 1, 1}, /* StartTime */
    {157, 0, 0, 53, 1, 1}, /* EndTime */
    {268, 0, 0, 45, 1, 1}, /* Period */
    {275, 0, 0, 52, 0, 1}, /* Statistics */
    {56, 0, 0, 21, 0, 1}, /* ExtendedStatistics */
    {51, 0, 0, 49, 0, 1}, /* Unit */
    {286, 0, 0, 20, 0, 0}, /* Label */
    {292, 0, 0, 6, 0, 0}, /* Datapoints */
    {303, 0, 0, 20, 0, 0}, /* Timezone */
    {236, 0, 0, 43, 0, 1}, /* Namespace */
    {246, 0, 0, 0, 0, 1}, /* MetricName */
    {257, 0, 0, 9, 0, 1}, /* Dimensions */
    {165, 0, 0, 20, 0, 1}, /* NextToken */
    {312, 0, 0, 47, 0, 3}, /* RecentlyActive */
    {334, 0, 327, 27, 0, 3}, /* IncludeLinkedAccounts */
    {356, 0, 0, 0, 0, 3}, /* OwningAccount */
    {370, 0, 0, 42, 0, 0}, /* Metrics */
    {165, 0, 0, 20, 0, 0}, /* NextToken */
    {378, 0, 0, 44, 0, 0}, /* OwningAccounts */
    {393, 0, 0, 32, 0, 0}, /* Code */
    {80, 0, 0, 32, 0, 0}, /* Value */
    {236, 0, 0, 43, 0, 0}, /* Namespace */
    {246, 0, 0, 0, 0, 0}, /* MetricName */
    {257, 0, 0, 11, 0, 0}, /* Dimensions */
    {398, 0, 0, 0, 1, 0}, /* Id */
    {401, 0, 0, 41, 0, 0}, /* MetricStat */
    {412, 0, 0, 15, 0, 3}, /* Expression */
    {286, 0, 0, 20, 0, 0}, /* Label */
    {423, 0, 0, 27, 0, 0}, /* ReturnData */
    {268, 0, 0, 45, 0, 0}, /* Period */
    {434, 0, 0, 0, 0, 3}, /* AccountId */
    {398, 0, 0, 0, 0, 0}, /* Id */
    {286, 0, 0, 20, 0, 0}, /* Label */
    {444, 0, 0, 54, 0, 0}, /* Timestamps */
    {455, 0, 0, 5, 0, 0}, /* Values */
    {462, 0, 0, 32, 0, 0}, /* StatusCode */
    {227, 0, 0, 38, 0, 0}, /* Messages */
    {246, 0, 0, 0, 1, 0}, /* MetricName */
    {257, 0, 0, 11, 0, 0}, /* Dimensions */
    {1, 0, 0, 53, 0, 0}, /* Timestamp */
    {80, 0, 0, 3, 0, 0}, /* Value */
    {473, 0, 0, 51, 0, 0}, /* StatisticValues */
    {455, 0, 0, 1, 0, 0}, /* Values */
    {489, 0, 0, 1, 0, 0}, /* Counts */
    {51, 0, 0, 49, 0, 0}, /* Unit */
    {496, 0, 0, 45, 0, 2}, /* StorageResolution */
    {514, 0, 0, 33, 1, 0}, /* Metric */
    {268, 0, 0, 45, 1, 0}, /* Period */
    {521, 0, 0, 20, 1, 0}, /* Stat */
    {51, 0, 0, 49, 0, 0}, /* Unit */
    {236, 0, 0, 43, 1, 1}, /* Namespace */
    {118, 0, 0, 34, 0, 1}, /* MetricData */
    {533, 0, 0, 19, 0, 3}, /* EntityMetricData */
    {550, 0, 327, 27, 0, 2}, /* StrictEntityValidation */
    {11, 0, 0, 3, 1, 0}, /* SampleCount */
    {31, 0, 0, 3, 1, 0}, /* Sum */
    {35, 0, 0, 3, 1, 0}, /* Minimum */
    {43, 0, 0, 3, 1, 0}, /* Maximum */
};

static const struct shape_operation operations[] = {
    {967, 981, 22, 24}, /* GetMetricData */
    {1001, 1021, 25, 26}, /* GetMetricStatistics */
    {1047, 1059, 29, 30}, /* ListMetrics */
    {1077, 0, 46, 65535}, /* PutMetricData */
};

const struct shape_service shapes_cloudwatch = {
    "monitoring",
    "GraniteServiceVersion20100801",
    "1.0",
    "2010-08-01",
    "http://monitoring.amazonaws.com/doc/2010-08-01/",
    pool, rows, members, operations,
    55, 4,
};
