/* SageMaker's Search. */
#include "aws/op_pass.h"
#include "engine/search.h"

OP_PASS(Search, search)
