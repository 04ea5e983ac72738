/* CloudWatch Logs. */
#include "aws/op_pass.h"
#include "engine/logs.h"

OP_PASS(CreateLogGroup, log_group_create)
OP_PASS(CreateLogStream, log_stream_create)
OP_PASS(DeleteLogGroup, log_group_delete)
OP_PASS(DeleteLogStream, log_stream_delete)
OP_PASS(DescribeLogGroups, log_group_list)
OP_PASS(DescribeLogStreams, log_stream_list)
OP_PASS(FilterLogEvents, log_filter)
OP_PASS(GetLogEvents, log_get)
OP_PASS(PutLogEvents, log_put)
