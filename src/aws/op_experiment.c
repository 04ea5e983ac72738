/* Experiments, trials and trial components. Unlike the registry, SageMaker answers these with
 * ResourceNotFound. */
#include "aws/op_pass.h"
#include "engine/experiments.h"

OP_PASS(AssociateTrialComponent, component_associate)
OP_PASS(CreateExperiment, experiment_create)
OP_PASS(CreateTrial, trial_create)
OP_PASS(CreateTrialComponent, component_create)
OP_PASS(DeleteExperiment, experiment_delete)
OP_PASS(DeleteTrial, trial_delete)
OP_PASS(DeleteTrialComponent, component_delete)
OP_PASS(DescribeExperiment, experiment_describe)
OP_PASS(DescribeTrial, trial_describe)
OP_PASS(DescribeTrialComponent, component_describe)
OP_PASS(DisassociateTrialComponent, component_disassociate)
OP_PASS(ListExperiments, experiment_list)
OP_PASS(ListTrialComponents, component_list)
OP_PASS(ListTrials, trial_list)
OP_PASS(UpdateExperiment, experiment_update)
OP_PASS(UpdateTrial, trial_update)
OP_PASS(UpdateTrialComponent, component_update)
