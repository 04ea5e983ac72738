/* The operations that exist here. model/operations.toml names the same ones (a test compares). */
#pragma once
#include "aws/aws.h"

/* NULL: not here. `service` as in signature scopes. */
aws_handler *ops_find(const char *service, const char *operation);

#define OPS_SAGEMAKER(X)                                                                           \
    X(AddTags)                                                                                     \
    X(AssociateTrialComponent)                                                                     \
    X(CreateExperiment)                                                                            \
    X(CreateModel)                                                                                 \
    X(CreateModelPackage)                                                                          \
    X(CreateModelPackageGroup)                                                                     \
    X(CreatePipeline)                                                                              \
    X(CreateProcessingJob)                                                                         \
    X(CreateTrainingJob)                                                                           \
    X(CreateTrial)                                                                                 \
    X(CreateTrialComponent)                                                                        \
    X(DeleteExperiment)                                                                            \
    X(DeleteModel)                                                                                 \
    X(DeleteModelPackage)                                                                          \
    X(DeleteModelPackageGroup)                                                                     \
    X(DeletePipeline)                                                                              \
    X(DeleteTags)                                                                                  \
    X(DeleteTrial)                                                                                 \
    X(DeleteTrialComponent)                                                                        \
    X(DescribeExperiment)                                                                          \
    X(DescribeModel)                                                                               \
    X(DescribeModelPackage)                                                                        \
    X(DescribeModelPackageGroup)                                                                   \
    X(DescribePipeline)                                                                            \
    X(DescribePipelineDefinitionForExecution)                                                      \
    X(DescribePipelineExecution)                                                                   \
    X(DescribeProcessingJob)                                                                       \
    X(DescribeTrainingJob)                                                                         \
    X(DescribeTrial)                                                                               \
    X(DescribeTrialComponent)                                                                      \
    X(DisassociateTrialComponent)                                                                  \
    X(ListExperiments)                                                                             \
    X(ListModelPackageGroups)                                                                      \
    X(ListModelPackages)                                                                           \
    X(ListModels)                                                                                  \
    X(ListPipelineExecutionSteps)                                                                  \
    X(ListPipelineExecutions)                                                                      \
    X(ListPipelineParametersForExecution)                                                          \
    X(ListPipelineVersions)                                                                        \
    X(ListPipelines)                                                                               \
    X(ListProcessingJobs)                                                                          \
    X(ListTags)                                                                                    \
    X(ListTrainingJobs)                                                                            \
    X(ListTrialComponents)                                                                         \
    X(ListTrials)                                                                                  \
    X(RetryPipelineExecution)                                                                      \
    X(Search)                                                                                      \
    X(StartPipelineExecution)                                                                      \
    X(StopPipelineExecution)                                                                       \
    X(StopProcessingJob)                                                                           \
    X(StopTrainingJob)                                                                             \
    X(UpdateExperiment)                                                                            \
    X(UpdateModelPackage)                                                                          \
    X(UpdatePipeline)                                                                              \
    X(UpdatePipelineExecution)                                                                     \
    X(UpdatePipelineVersion)                                                                       \
    X(UpdateTrial)                                                                                 \
    X(UpdateTrialComponent)

#define OPS_LOGS(X)                                                                                \
    X(CreateLogGroup)                                                                              \
    X(CreateLogStream)                                                                             \
    X(DeleteLogGroup)                                                                              \
    X(DeleteLogStream)                                                                             \
    X(DescribeLogGroups)                                                                           \
    X(DescribeLogStreams)                                                                          \
    X(FilterLogEvents)                                                                             \
    X(GetLogEvents)                                                                                \
    X(PutLogEvents)

#define OPS_MONITORING(X)                                                                          \
    X(GetMetricData)                                                                               \
    X(GetMetricStatistics)                                                                         \
    X(ListMetrics)                                                                                 \
    X(PutMetricData)

#define OPS_IAM(X)                                                                                 \
    X(AttachRolePolicy)                                                                            \
    X(CreateRole)                                                                                  \
    X(DeleteRole)                                                                                  \
    X(DeleteRolePolicy)                                                                            \
    X(DetachRolePolicy)                                                                            \
    X(GetRole)                                                                                     \
    X(GetRolePolicy)                                                                               \
    X(ListAttachedRolePolicies)                                                                    \
    X(ListRolePolicies)                                                                            \
    X(ListRoles)                                                                                   \
    X(PutRolePolicy)                                                                               \
    X(SimulatePrincipalPolicy)                                                                     \
    X(UpdateAssumeRolePolicy)

#define OPS_STS(X)                                                                                 \
    X(AssumeRole)                                                                                  \
    X(GetCallerIdentity)                                                                           \
    X(GetSessionToken)

/* S3 finds its functions by other ways than by name (s3_route.c); tools/gen-shapes compares. */
#define OPS_S3(X)                                                                                  \
    X(AbortMultipartUpload)                                                                        \
    X(CompleteMultipartUpload)                                                                     \
    X(CopyObject)                                                                                  \
    X(CreateBucket)                                                                                \
    X(CreateMultipartUpload)                                                                       \
    X(DeleteBucket)                                                                                \
    X(DeleteObject)                                                                                \
    X(DeleteObjectTagging)                                                                         \
    X(DeleteObjects)                                                                               \
    X(GetBucketLocation)                                                                           \
    X(GetBucketVersioning)                                                                         \
    X(GetObject)                                                                                   \
    X(GetObjectTagging)                                                                            \
    X(HeadBucket)                                                                                  \
    X(HeadObject)                                                                                  \
    X(ListBuckets)                                                                                 \
    X(ListMultipartUploads)                                                                        \
    X(ListObjectVersions)                                                                          \
    X(ListObjects)                                                                                 \
    X(ListObjectsV2)                                                                               \
    X(ListParts)                                                                                   \
    X(PutObject)                                                                                   \
    X(PutObjectTagging)                                                                            \
    X(UploadPart)                                                                                  \
    X(UploadPartCopy)

#define OPS_DECLARE(name) aws_handler op_##name;
OPS_SAGEMAKER(OPS_DECLARE)
OPS_LOGS(OPS_DECLARE)
OPS_MONITORING(OPS_DECLARE)
OPS_IAM(OPS_DECLARE)
OPS_STS(OPS_DECLARE)
#undef OPS_DECLARE
