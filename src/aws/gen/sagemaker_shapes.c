/* Made by tools/gen-shapes from botocore 1.44.5 (SageMaker 2017-07-24) and
 * model/; do not edit. */
#include "aws/shape.h"

/* clang-format off */
static const char pool[] =
    "\0"
    "AcceleratorPartitionTypes\0"
    "ResourceArn\0"
    "Tags\0"
    "Name\0"
    "Description\0"
    "Containers\0"
    "SupportedTransformInstanceTypes\0"
    "SupportedRealtimeInferenceInstanceTypes\0"
    "SupportedContentTypes\0"
    "SupportedResponseMIMETypes\0"
    "[A-Za-z0-9\\.\\-_]+\0"
    "ChannelName\0"
    "S3DataSource\0"
    "S3DataType\0"
    "S3Uri\0"
    "CompressionType\0"
    "ETag\0"
    "S3Object\000S3Prefix\0"
    "TrainingImage\0"
    "AlgorithmName\0"
    "\"Pipe\"\000\0"
    "TrainingInputMode\0"
    "MetricDefinitions\0"
    "false\000\0"
    "EnableSageMakerMetricsTimeSeries\0"
    "ContainerEntrypoint\0"
    "ContainerArguments\0"
    "TrainingImageConfig\0"
    "Add\0"
    "Remove\0"
    "ImageUri\0"
    "(arn:aws[a-z\\-]*:sagemaker:[a-z0-9\\-]*:[0-9]{12}:[a-z\\-]*\\/)\077([a-zA-Z0-9]([a-zA-Z0-9-]){0,62})(\077<!-)\0"
    "None\000Line\0"
    "TrialComponentName\0"
    "TrialName\0"
    "TrialComponentArn\0"
    "TrialArn\0"
    "SourceArn\0"
    "DestinationArn\0"
    "[\\u0020-\\uD7FF\\uE000-\\uFFFD\\uD800\\uDC00-\\uDBFF\\uDFFF\\t]*\0"
    "Catalog\0"
    "Database\0"
    "QueryString\0"
    "WorkGroup\0"
    "OutputS3Uri\0"
    "KmsKeyId\0"
    "OutputFormat\0"
    "OutputCompression\0"
    "GZIP\000SNAPPY\000ZLIB\0"
    "PARQUET\000ORC\000AVRO\000JSON\000TEXTFILE\0"
    "QueryExecutionId\0"
    "S3OutputLocation\0"
    "[a-zA-Z0-9._-]+\0"
    ".+\0"
    "Arn\0"
    "ValueHint\0"
    "HubContentName\0"
    "HubContentVersion\0"
    "RecipeName\0"
    "DestinationS3Uri\0"
    "GenerateInferenceId\0"
    "MultiRecord\000SingleRecord\0"
    "DataCapturedDestinationS3Uri\0"
    "DatasetFormat\0"
    "LocalPath\0"
    "S3InputMode\0"
    "S3DataDistributionType\0"
    "FeaturesAttribute\0"
    "InferenceAttribute\0"
    "ProbabilityAttribute\0"
    "ProbabilityThresholdAttribute\0"
    "StartTimeOffset\0"
    "EndTimeOffset\0"
    "ExcludeFeaturesAttribute\0"
    "MaxNumberOfTrainingJobsNotImproving\0"
    "Report\0"
    "PreTrainingReport\0"
    "PostTrainingReport\0"
    "And\000Or\0"
    "[a-z0-9][\\.\\-a-z0-9]{1,61}[a-z0-9]\0"
    "SourcePipelineExecutionArn\0"
    "CallbackToken\0"
    "SqsQueueUrl\0"
    "OutputParameters\0"
    "Values\0"
    "Id\0"
    "StatusMessage\0"
    "Key\0"
    "Value\0"
    "TemplateName\0"
    "TemplateURL\0"
    "RoleARN\0"
    "Parameters\0"
    "StackDetail\0"
    "DataSource\0"
    "ContentType\0"
    "\"Gzip\"\000\0"
    "\"RecordIO\"\000\0"
    "RecordWrapperType\0"
    "InputMode\0"
    "ShuffleConfig\0"
    "CheckType\0"
    "BaselineUsedForDriftCheckConstraints\0"
    "CalculatedBaselineConstraints\0"
    "ModelPackageGroupName\0"
    "ViolationReport\0"
    "CheckJobArn\0"
    "SkipCheck\0"
    "RegisterNewBaseline\0"
    "StepName\0"
    "ErrorCode\0"
    "ErrorMessage\0"
    "CleanedSteps\0"
    "FailedSteps\0"
    "SkippedSteps\0"
    "[a-zA-Z0-9-]+\0"
    "VectorConfig\0"
    "CollectionName\0"
    "CollectionParameters\0"
    "None\000Gzip\0"
    "Outcome\0"
    "ContainerHostname\0"
    "Image\0"
    "ImageConfig\0"
    "Mode\0"
    "ModelDataUrl\0"
    "ModelDataSource\0"
    "AdditionalModelDataSources\0"
    "Environment\0"
    "ModelPackageName\0"
    "InferenceSpecificationName\0"
    "MultiModelConfig\0"
    "ContainerMetricsConfig\0"
    "[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}\0"
    "[\\S]+\0"
    "MetricsEndpoints\0"
    "SingleModel\000MultiModel\0"
    "[Ss][Hh][Aa]256:[0-9a-fA-F]{64}\0"
    "MinValue\0"
    "MaxValue\0"
    "ScalingType\0"
    "CompleteOnConvergence\0"
    "ExperimentName\0"
    "DisplayName\0"
    "ExperimentArn\0"
    "ModelName\0"
    "PrimaryContainer\0"
    "InferenceExecutionConfig\0"
    "ExecutionRoleArn\0"
    "VpcConfig\0"
    "EnableNetworkIsolation\0"
    "ModelArn\0"
    "ModelPackageGroupDescription\0"
    "ManagedConfiguration\0"
    "ModelPackageGroupArn\0"
    "ModelPackageDescription\0"
    "ModelPackageRegistrationType\0"
    "InferenceSpecification\0"
    "ValidationSpecification\0"
    "SourceAlgorithmSpecification\0"
    "CertifyForMarketplace\0"
    "ModelApprovalStatus\0"
    "MetadataProperties\0"
    "ModelMetrics\0"
    "ClientToken\0"
    "Domain\0"
    "Task\0"
    "SamplePayloadUrl\0"
    "CustomerMetadataProperties\0"
    "DriftCheckBaselines\0"
    "AdditionalInferenceSpecifications\0"
    "\"None\"\000\0"
    "SkipModelValidation\0"
    "SourceUri\0"
    "SecurityConfig\0"
    "ModelCard\0"
    "ModelLifeCycle\0"
    "ManagedStorageType\0"
    "ModelPackageArn\0"
    "PipelineName\0"
    "PipelineDisplayName\0"
    "PipelineDefinition\0"
    "PipelineDefinitionS3Location\0"
    "PipelineDescription\0"
    "ClientRequestToken\0"
    "RoleArn\0"
    "ParallelismConfiguration\0"
    "PipelineVersionAliases\0"
    "PipelineArn\0"
    "ProcessingInputs\0"
    "ProcessingOutputConfig\0"
    "ProcessingJobName\0"
    "ProcessingResources\0"
    "StoppingCondition\0"
    "AppSpecification\0"
    "NetworkConfig\0"
    "ExperimentConfig\0"
    "ProcessingJobArn\0"
    "TrainingJobName\0"
    "HyperParameters\0"
    "AlgorithmSpecification\0"
    "InputDataConfig\0"
    "OutputDataConfig\0"
    "ResourceConfig\0"
    "EnableInterContainerTrafficEncryption\0"
    "EnableManagedSpotTraining\0"
    "CheckpointConfig\0"
    "DebugHookConfig\0"
    "DebugRuleConfigurations\0"
    "TensorBoardOutputConfig\0"
    "ProfilerConfig\0"
    "ProfilerRuleConfigurations\0"
    "RetryStrategy\0"
    "RemoteDebugConfig\0"
    "InfraCheckConfig\0"
    "SessionChainingConfig\0"
    "ServerlessJobConfig\0"
    "MlflowConfig\0"
    "ModelPackageConfig\0"
    "TrainingJobArn\0"
    "Status\0"
    "StartTime\0"
    "EndTime\0"
    "InputArtifacts\0"
    "OutputArtifacts\0"
    "SameAccount\000CrossAccount\0"
    "([\\p{L}\\p{Z}\\p{N}_.:\\/=+\\-@]*)${1,128}\0"
    "([\\p{L}\\p{Z}\\p{N}_.:\\/=+\\-@]*)${1,256}\0"
    "SFT\000DPO\000RLVR\000RLAIF\0"
    "EnableCapture\0"
    "CaptureStatus\0"
    "CurrentSamplingPercentage\0"
    "TableName\0"
    "FullyReplicated\000ShardedByS3Key\0"
    "[\\S\\s]+\0"
    "InputFilter\0"
    "OutputFilter\0"
    "JoinSource\0"
    "FileSystemDataSource\0"
    "DatasetSource\0"
    "AthenaDatasetDefinition\0"
    "RedshiftDatasetDefinition\0"
    "DataDistributionType\0"
    "DatasetArn\0"
    "S3OutputPath\0"
    "HookParameters\0"
    "CollectionConfigurations\0"
    "RuleConfigurationName\0"
    "RuleEvaluatorImage\0"
    "InstanceType\0"
    "VolumeSizeInGB\0"
    "RuleParameters\0"
    "RuleEvaluationJobArn\0"
    "RuleEvaluationStatus\0"
    "StatusDetails\0"
    "LastModifiedTime\0"
    "TagKeys\0"
    "SpecifiedImage\0"
    "ResolvedImage\0"
    "ResolutionTime\0"
    "RecommendationStatus\0"
    "RealTimeInferenceRecommendations\0"
    "Source\0"
    "CreationTime\0"
    "CreatedBy\0"
    "LastModifiedBy\0"
    "DeploymentRecommendation\0"
    "ModelPackageGroupStatus\0"
    "IncludedData\0"
    "ModelPackageVersion\0"
    "ModelPackageStatus\0"
    "ModelPackageStatusDetails\0"
    "ApprovalDescription\0"
    "PipelineExecutionArn\0"
    "PipelineExecutionDisplayName\0"
    "PipelineExecutionStatus\0"
    "PipelineExecutionDescription\0"
    "PipelineExperimentConfig\0"
    "FailureReason\0"
    "SelectiveExecutionConfig\0"
    "PipelineVersionId\0"
    "MLflowConfig\0"
    "PipelineVersionAlias\0"
    "PipelineStatus\0"
    "LastRunTime\0"
    "PipelineVersionDisplayName\0"
    "PipelineVersionDescription\0"
    "ProcessingJobStatus\0"
    "ExitMessage\0"
    "ProcessingEndTime\0"
    "ProcessingStartTime\0"
    "MonitoringScheduleArn\0"
    "AutoMLJobArn\0"
    "TuningJobArn\0"
    "LabelingJobArn\0"
    "ModelArtifacts\0"
    "TrainingJobStatus\0"
    "SecondaryStatus\0"
    "WarmPoolStatus\0"
    "TrainingStartTime\0"
    "TrainingEndTime\0"
    "SecondaryStatusTransitions\0"
    "FinalMetricDataList\0"
    "TrainingTimeInSeconds\0"
    "BillableTimeInSeconds\0"
    "BillableTokenCount\0"
    "DebugRuleEvaluationStatuses\0"
    "ProfilerRuleEvaluationStatuses\0"
    "ProfilingStatus\0"
    "MlflowDetails\0"
    "ProgressInfo\0"
    "OutputModelPackageArn\0"
    "Metrics\0"
    "LineageGroupArn\0"
    "Sources\0"
    "Bias\0"
    "Explainability\0"
    "ModelQuality\0"
    "ModelDataQuality\0"
    "ConfigFile\0"
    "PreTrainingConstraints\0"
    "PostTrainingConstraints\0"
    "Constraints\0"
    "Statistics\0"
    "ApplicationId\0"
    "JobRunId\0"
    "JobRunName\0"
    "LogFilePath\0"
    "ClusterId\0"
    "StepId\0"
    "Ec2CapacityReservationId\0"
    "TotalInstanceCount\0"
    "AvailableInstanceCount\0"
    "UsedByCurrentEndpoint\0"
    "EndpointName\0"
    "EndpointArn\0"
    "EndpointConfigName\0"
    "ProductionVariants\0"
    "DataCaptureConfig\0"
    "EndpointStatus\0"
    "MonitoringSchedules\0"
    "ShadowProductionVariants\0"
    "[\\p{L}\\p{M}\\p{Z}\\p{S}\\p{N}\\p{P}]*\0"
    "[a-zA-Z_][a-zA-Z0-9_]*\0"
    "LLMAJEvaluation\000CustomScorerEvaluation\000BenchmarkEvaluation\0"
    "TrialComponentDisplayName\0"
    "RunName\0"
    "[a-zA-Z0-9](-*[a-zA-Z0-9]){0,119}\0"
    "(arn:aws[a-z\\-]*:sagemaker:[a-z0-9\\-]*:[0-9]{12}:(experiment|experiment-trial|experiment-trial-component|artifact|action|context)\\/)\077([a-zA-Z0-9](-*[a-zA-Z0-9]){0,119})\0"
    "SourceType\0"
    "ExperimentSource\0"
    "FeatureName\0"
    "FeatureType\0"
    "CollectionType\0"
    "CollectionConfig\0"
    "FeatureGroupArn\0"
    "FeatureGroupName\0"
    "RecordIdentifierFeatureName\0"
    "EventTimeFeatureName\0"
    "FeatureDefinitions\0"
    "OnlineStoreConfig\0"
    "OfflineStoreConfig\0"
    "FeatureGroupStatus\0"
    "OfflineStoreStatus\0"
    "LastUpdateStatus\0"
    "[a-zA-Z0-9]([_-]*[a-zA-Z0-9]){0,63}\0"
    "ContentDigest\0"
    "rw\000ro\0"
    "FileSystemId\0"
    "FileSystemAccessMode\0"
    "FileSystemType\0"
    "DirectoryPath\0"
    "(fs-[0-9a-f]{8,})\0"
    "EFS\000FSxLustre\0"
    "Operator\0"
    "Type\0"
    "MetricName\0"
    "Index\0"
    "InputItemCount\0"
    "TotalStepCount\0"
    "SucceededStepCount\0"
    "FailedStepCount\0"
    "StoppedStepCount\0"
    "Selector\0"
    "HubContentArn\0"
    "HubContentType\0"
    "DocumentSchemaVersion\0"
    "HubName\0"
    "HubArn\0"
    "HubContentDisplayName\0"
    "HubContentDescription\0"
    "HubContentMarkdown\0"
    "HubContentDocument\0"
    "SageMakerPublicHubContentArn\0"
    "ReferenceMinVersion\0"
    "SupportStatus\0"
    "HubContentSearchKeywords\0"
    "HubContentDependencies\0"
    "HubContentStatus\0"
    "DependencyOriginPath\0"
    "DependencyCopyPath\0"
    "\\d{1,4}.\\d{1,4}.\\d{1,4}\0"
    "(arn:[a-z0-9-\\.]{1,63}:sagemaker:\\w+(\077:-\\w+)+:(\\d{12}|aws):hub-content\\/)[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}\\/DataSet\\/[a-zA-Z0-9](-*[a-zA-Z0-9]){0,63}(\\/\\d{1,4}.\\d{1,4}.\\d{1,4})\077\0"
    "DefinitionName\0"
    "TuningObjective\0"
    "HyperParameterRanges\0"
    "StaticHyperParameters\0"
    "HyperParameterTuningResourceConfig\0"
    "TrainingJobDefinitionName\0"
    "TuningJobName\0"
    "TunedHyperParameters\0"
    "FinalHyperParameterTuningJobObjectiveMetric\0"
    "ObjectiveStatus\0"
    "InstanceCount\0"
    "NumberOfTrainingJobsObjectiveNotImproving\0"
    "ConvergenceDetectedTime\0"
    "Strategy\0"
    "StrategyConfig\0"
    "HyperParameterTuningJobObjective\0"
    "ResourceLimits\0"
    "ParameterRanges\0"
    "TrainingJobEarlyStoppingType\0"
    "TuningJobCompletionCriteria\0"
    "RandomSeed\0"
    "RuntimeInSeconds\0"
    "HyperParameterTuningJobName\0"
    "HyperParameterTuningJobArn\0"
    "HyperParameterTuningJobConfig\0"
    "TrainingJobDefinition\0"
    "TrainingJobDefinitions\0"
    "HyperParameterTuningJobStatus\0"
    "HyperParameterTuningEndTime\0"
    "TrainingJobStatusCounters\0"
    "ObjectiveStatusCounters\0"
    "BestTrainingJob\0"
    "OverallBestTrainingJob\0"
    "WarmStartConfig\0"
    "TuningJobCompletionDetails\0"
    "ConsumedResources\0"
    "HyperbandStrategyConfig\0"
    "ParentHyperParameterTuningJobs\0"
    "WarmStartType\0"
    "VolumeKmsKeyId\0"
    "AllocationStrategy\0"
    "InstanceConfigs\0"
    "MinResource\0"
    "MaxResource\0"
    "PrincipalId\0"
    "SourceIdentity\0"
    "RepositoryAccessMode\0"
    "RepositoryAuthConfig\0"
    "AllData\000MetadataOnly\0"
    "Serial\000Direct\0"
    "EnableInfraCheck\0"
    "Pipe\000File\0"
    "InstanceGroupName\0"
    "EnableMultipleJobs\0"
    "PlacementSpecifications\0"
    "CurrentInstanceCount\0"
    "TrainingPlanArns\0"
    "ParentStepName\0"
    "Item\0"
    "JobName\0"
    "JobArn\0"
    "JobCategory\0"
    "JobConfigSchemaVersion\0"
    "JobConfigDocument\0"
    "JobStatus\0"
    "[a-zA-Z0-9:/_-]*\0"
    "ActionArns\0"
    "ArtifactArns\0"
    "ContextArns\0"
    "Associations\0"
    "CreatedAfter\0"
    "CreatedBefore\0"
    "SortBy\0"
    "SortOrder\0"
    "NextToken\0"
    "MaxResults\0"
    "ExperimentSummaries\0"
    "CreationTimeAfter\0"
    "CreationTimeBefore\0"
    "NameContains\0"
    "\"SameAccount\"\000\0"
    "CrossAccountFilterOption\0"
    "ModelPackageGroupSummaryList\0"
    "ModelPackageType\0"
    "ModelPackageSummaryList\0"
    "Models\0"
    "PipelineExecutionSteps\0"
    "PipelineExecutionSummaries\0"
    "PipelineParameters\0"
    "PipelineVersionSummaries\0"
    "PipelineNamePrefix\0"
    "ManagedBy\0"
    "PipelineSummaries\0"
    "LastModifiedTimeAfter\0"
    "LastModifiedTimeBefore\0"
    "StatusEquals\0"
    "ProcessingJobSummaries\0"
    "WarmPoolStatusEquals\0"
    "TrainingPlanArnEquals\0"
    "TrainingJobSummaries\0"
    "TrialComponentSummaries\0"
    "TrialSummaries\0"
    "MlflowResourceArn\0"
    "MlflowExperimentName\0"
    "Restricted\0"
    "[-\\w]+\\/[-\\w+]+\0"
    "CommitId\0"
    "Repository\0"
    "GeneratedBy\0"
    "ProjectId\0"
    "Timestamp\0"
    "Regex\0"
    "MetricsEndpointPath\0"
    "MetricPublishFrequencyInSeconds\0"
    "/(\077!.*\\.\\.)[a-zA-Z0-9/_.\\-]+\0"
    "arn:aws[a-z\\-]*:sagemaker:[a-z0-9\\-]*:[0-9]{12}:mlflow-[a-zA-Z-]*/.*\0"
    "MlflowRunName\0"
    "MlflowExperimentId\0"
    "MlflowRunId\0"
    "AcceptEula\0"
    "Approved\000Rejected\000PendingManualApproval\0"
    "S3ModelArtifacts\0"
    "Enabled\000Disabled\0"
    "ModelCardArn\0"
    "ModelCardName\0"
    "ModelCardVersion\0"
    "Content\0"
    "ModelCardStatus\0"
    "ModelId\0"
    "RiskRating\0"
    "Draft\000PendingReview\000Approved\000Archived\0"
    "InvocationsTimeoutInSeconds\0"
    "InvocationsMaxRetries\0"
    "Enabled\0"
    "Model\0"
    "Endpoints\0"
    "LastBatchTransformJob\0"
    "MonitoringScheduleName\0"
    "MonitoringScheduleStatus\0"
    "MonitoringType\0"
    "MonitoringScheduleConfig\0"
    "MonitoringAlertSummaries\0"
    "LastMonitoringExecutionSummary\0"
    "BatchTransformInput\0"
    "DataInputConfig\0"
    "Stage\0"
    "StageStatus\0"
    "StageDescription\0"
    "[a-zA-Z0-9]([\\-a-zA-Z0-9]*[a-zA-Z0-9])\077\0"
    "arn:aws[a-z\\-]*:sagemaker:[a-z0-9\\-]{9,16}:[0-9]{12}:model-package/[\\S]{1,2048}\0"
    "SourceModelPackageArn\0"
    "ImageDigest\0"
    "ProductId\0"
    "ModelInput\0"
    "Framework\0"
    "FrameworkVersion\0"
    "NearestModelName\0"
    "AdditionalS3DataSource\0"
    "ModelDataETag\0"
    "IsCheckpoint\0"
    "BaseModel\0"
    "[0-9]\\.[A-Za-z0-9.-]+\0"
    "arn:aws[a-z\\-]*:sagemaker:[a-z0-9\\-]{9,16}:[0-9]{12}:model-package-group/[\\S]{1,2048}\0"
    "Name\000CreationTime\0"
    "ModelCardContent\0"
    "Logged\000Registered\0"
    "[\\p{L}\\p{M}\\p{Z}\\p{N}\\p{P}]{0,1024}\0"
    "ValidationStatuses\0"
    "ImageScanStatuses\0"
    "Versioned\000Unversioned\000Both\0"
    "ProfileName\0"
    "TransformJobDefinition\0"
    "ValidationRole\0"
    "ValidationProfiles\0"
    "ModelDashboardIndicator\0"
    "MonitoringAlertName\0"
    "AlertStatus\0"
    "DatapointsToAlert\0"
    "EvaluationPeriod\0"
    "Actions\0"
    "RecordPreprocessorSourceUri\0"
    "PostAnalyticsProcessorSourceUri\0"
    "BaseliningJobName\0"
    "ConstraintsResource\0"
    "StatisticsResource\0"
    "Header\0"
    "Csv\0"
    "Json\0"
    "Parquet\0"
    "ScheduledTime\0"
    "MonitoringExecutionStatus\0"
    "MonitoringJobDefinitionName\0"
    "EndpointInput\0"
    "BaselineConfig\0"
    "MonitoringInputs\0"
    "MonitoringOutputConfig\0"
    "MonitoringResources\0"
    "MonitoringAppSpecification\0"
    "Line\0"
    "S3Output\0"
    "MonitoringOutputs\0"
    "ClusterConfig\0"
    "S3UploadMode\0"
    "ScheduleConfig\0"
    "MonitoringJobDefinition\0"
    "MaxRuntimeInSeconds\0"
    "ModelCacheSetting\0"
    "[a-zA-Z0-9\\-]+\0"
    "NestedPropertyName\0"
    "Filters\0"
    "Succeeded\0"
    "Pending\0"
    "Failed\0"
    "S3StorageConfig\0"
    "DisableGlueTableCreation\0"
    "DataCatalogConfig\0"
    "TableFormat\0"
    "BlockedReason\0"
    "EnableOnlineStore\0"
    "TtlDuration\0"
    "StorageType\0"
    "Equals\000NotEquals\000GreaterThan\000GreaterThanOrEqualTo\000LessThan\000LessThanOrEqualTo\000Contains\000Exists\000NotExists\000In\0"
    "Ascending\000Descending\0"
    "GZIP\000NONE\0"
    "\"\"\000\0"
    "MaxParallelExecutionSteps\0"
    "IntegerParameterRanges\0"
    "ContinuousParameterRanges\0"
    "CategoricalParameterRanges\0"
    "AutoParameters\0"
    "LORA\0"
    "arn:aws[a-z\\-]*:sagemaker:[a-z0-9\\-]*:([0-9]{12}|aws):pipeline/.*\0"
    "Bucket\0"
    "ObjectKey\0"
    "VersionId\0"
    "arn:aws[a-z\\-]*:sagemaker:[a-z0-9\\-]*:[0-9]{12}:pipeline\\/.*\\/execution\\/.*\0"
    "[a-zA-Z0-9](-*[a-zA-Z0-9]){0,81}\0"
    "StepDisplayName\0"
    "StepDescription\0"
    "StepStatus\0"
    "CacheHitResult\0"
    "Metadata\0"
    "AttemptCount\0"
    "SelectiveExecutionResult\0"
    "IterationContext\0"
    "TrainingJob\0"
    "ProcessingJob\0"
    "TransformJob\0"
    "TuningJob\0"
    "RegisterModel\0"
    "Condition\0"
    "Callback\0"
    "Lambda\0"
    "EMR\0"
    "EMRServerless\0"
    "QualityCheck\0"
    "ClarifyCheck\0"
    "Fail\0"
    "AutoMLJob\0"
    "Endpoint\0"
    "EndpointConfig\0"
    "BedrockCustomModel\0"
    "BedrockCustomModelDeployment\0"
    "BedrockProvisionedModelThroughput\0"
    "BedrockModelImport\0"
    "InferenceComponent\0"
    "Lineage\0"
    "Job\0"
    "Athena\0"
    "Cleanup\0"
    "ForEach\0"
    "HubContent\0"
    "PipelineExecutionFailureReason\0"
    "AWS\000CUSTOMER\0"
    "[a-zA-Z0-9](-*[a-zA-Z0-9]){0,255}\0"
    "(arn:aws[a-z\\-]*:sagemaker:[a-z0-9\\-]*:([0-9]{12}|aws):pipeline/.*)\077([a-zA-Z0-9](-*[a-zA-Z0-9]){0,255})\0"
    "[A-Za-z0-9\\-_]*\0"
    "LastExecutionTime\0"
    "LastExecutedPipelineExecutionArn\0"
    "LastExecutedPipelineExecutionDisplayName\0"
    "LastExecutedPipelineExecutionStatus\0"
    "[a-zA-Z0-9._\\-]{1,128}\0"
    "LastExecutionPipelineExecutionArn\0"
    "UltraServerId\0"
    "PrefixLength\0"
    "ConcurrencyThreshold\0"
    "InstancePreferences\0"
    "SelectedInstanceType\0"
    "SelectedInstanceCount\0"
    "InputName\0"
    "AppManaged\0"
    "S3Input\0"
    "DatasetDefinition\0"
    "ml.t3.medium\000ml.t3.large\000ml.t3.xlarge\000ml.t3.2xlarge\000ml.m4.xlarge\000ml.m4.2xlarge\000ml.m4.4xlarge\000ml.m4.10xlarge\000ml.m4.16xlarge\000ml.c4.xlarge\000ml.c4.2xlarge\000ml.c4.4xlarge\000ml.c4.8xlarge\000ml.p2.xlarge\000ml.p2.8xlarge\000ml.p2.16xlarge\000ml.p3.2xlarge\000ml.p3.8xlarge\000ml.p3.16xlarge\000ml.c5.xlarge\000ml.c5.2xlarge\000ml.c5.4xlarge\000ml.c5.9xlarge\000ml.c5.18xlarge\000ml.m5.large\000ml.m5.xlarge\000ml.m5.2xlarge\000ml.m5.4xlarge\000ml.m5.12xlarge\000ml.m5.24xlarge\000ml.r5.large\000ml.r5.xlarge\000ml.r5.2xlarge\000ml.r5.4xlarge\000ml.r5.8xlarge\000ml.r5.12xlarge\000ml.r5.16xlarge\000ml.r5.24xlarge\000ml.g4dn.xlarge\000ml.g4dn.2xlarge\000ml.g4dn.4xlarge\000ml.g4dn.8xlarge\000ml.g4dn.12xlarge\000ml.g4dn.16xlarge\000ml.g5.xlarge\000ml.g5.2xlarge\000ml.g5.4xlarge\000ml.g5.8xlarge\000ml.g5.16xlarge\000ml.g5.12xlarge\000ml.g5.24xlarge\000ml.g5.48xlarge\000ml.r5d.large\000ml.r5d.xlarge\000ml.r5d.2xlarge\000ml.r5d.4xlarge\000ml.r5d.8xlarge\000ml.r5d.12xlarge\000ml.r5d.16xlarge\000ml.r5d.24xlarge\000ml.g6.xlarge\000ml.g6.2xlarge\000ml.g6.4xlarge\000ml.g6.8xlarge\000ml.g6.12xlarge\000ml.g6.16xlarge\000ml.g6.24xlarge\000ml.g6.48xlarge\000ml.g6e.xlarge\000ml.g6e.2xlarge\000ml.g6e.4xlarge\000ml.g6e.8xlarge\000ml.g6e.12xlarge\000ml.g6e.16xlarge\000ml.g6e.24xlarge\000ml.g6e.48xlarge\000ml.m6i.large\000ml.m6i.xlarge\000ml.m6i.2xlarge\000ml.m6i.4xlarge\000ml.m6i.8xlarge\000ml.m6i.12xlarge\000ml.m6i.16xlarge\000ml.m6i.24xlarge\000ml.m6i.32xlarge\000ml.c6i.xlarge\000ml.c6i.2xlarge\000ml.c6i.4xlarge\000ml.c6i.8xlarge\000ml.c6i.12xlarge\000ml.c6i.16xlarge\000ml.c6i.24xlarge\000ml.c6i.32xlarge\000ml.m7i.large\000ml.m7i.xlarge\000ml.m7i.2xlarge\000ml.m7i.4xlarge\000ml.m7i.8xlarge\000ml.m7i.12xlarge\000ml.m7i.16xlarge\000ml.m7i.24xlarge\000ml.m7i.48xlarge\000ml.c7i.large\000ml.c7i.xlarge\000ml.c7i.2xlarge\000ml.c7i.4xlarge\000ml.c7i.8xlarge\000ml.c7i.12xlarge\000ml.c7i.16xlarge\000ml.c7i.24xlarge\000ml.c7i.48xlarge\000ml.r7i.large\000ml.r7i.xlarge\000ml.r7i.2xlarge\000ml.r7i.4xlarge\000ml.r7i.8xlarge\000ml.r7i.12xlarge\000ml.r7i.16xlarge\000ml.r7i.24xlarge\000ml.r7i.48xlarge\000ml.p5.4xlarge\000ml.g7e.2xlarge\000ml.g7e.4xlarge\000ml.g7e.8xlarge\000ml.g7e.12xlarge\000ml.g7e.24xlarge\000ml.g7e.48xlarge\000ml.g7.2xlarge\000ml.g7.4xlarge\000ml.g7.8xlarge\000ml.g7.12xlarge\000ml.g7.24xlarge\000ml.g7.48xlarge\000ml.r6i.large\000ml.r6i.xlarge\000ml.r6i.2xlarge\000ml.r6i.4xlarge\000ml.r6i.8xlarge\000ml.r6i.12xlarge\000ml.r6i.16xlarge\000ml.r6i.24xlarge\000ml.r6i.32xlarge\000ml.m8i.large\000ml.m8i.xlarge\000ml.m8i.2xlarge\000ml.m8i.4xlarge\000ml.m8i.8xlarge\000ml.m8i.12xlarge\000ml.m8i.16xlarge\000ml.m8i.24xlarge\000ml.m8i.32xlarge\000ml.m8i.48xlarge\000ml.m8i.96xlarge\000ml.c8i.xlarge\000ml.c8i.2xlarge\000ml.c8i.4xlarge\000ml.c8i.8xlarge\000ml.c8i.12xlarge\000ml.c8i.16xlarge\000ml.c8i.24xlarge\000ml.c8i.32xlarge\000ml.c8i.48xlarge\000ml.c8i.96xlarge\000ml.r8i.large\000ml.r8i.xlarge\000ml.r8i.2xlarge\000ml.r8i.4xlarge\000ml.r8i.8xlarge\000ml.r8i.12xlarge\000ml.r8i.16xlarge\000ml.r8i.24xlarge\000ml.r8i.32xlarge\000ml.r8i.48xlarge\000ml.r8i.96xlarge\000ml.m7i-flex.large\000ml.m7i-flex.xlarge\000ml.m7i-flex.2xlarge\000ml.m7i-flex.4xlarge\000ml.m7i-flex.8xlarge\000ml.m7i-flex.12xlarge\000ml.m7i-flex.16xlarge\000ml.c7i-flex.xlarge\000ml.c7i-flex.2xlarge\000ml.c7i-flex.4xlarge\000ml.c7i-flex.8xlarge\000ml.c7i-flex.12xlarge\000ml.c7i-flex.16xlarge\000ml.m8i-flex.large\000ml.m8i-flex.xlarge\000ml.m8i-flex.2xlarge\000ml.m8i-flex.4xlarge\000ml.m8i-flex.8xlarge\000ml.m8i-flex.12xlarge\000ml.m8i-flex.16xlarge\000ml.c8i-flex.xlarge\000ml.c8i-flex.2xlarge\000ml.c8i-flex.4xlarge\000ml.c8i-flex.8xlarge\000ml.c8i-flex.12xlarge\000ml.c8i-flex.16xlarge\000ml.r8i-flex.large\000ml.r8i-flex.xlarge\000ml.r8i-flex.2xlarge\000ml.r8i-flex.4xlarge\000ml.r8i-flex.8xlarge\000ml.r8i-flex.12xlarge\000ml.r8i-flex.16xlarge\0"
    "InProgress\000Completed\000Failed\000Stopping\000Stopped\0"
    "OutputName\0"
    "FeatureStoreOutput\0"
    "Outputs\0"
    "ManifestFile\000S3Prefix\0"
    "\"ManifestFile\"\000\0"
    "S3CompressionType\0"
    "\"EndOfJob\"\000\0"
    "Continuous\000EndOfJob\0"
    "[a-zA-Z0-9](-*[a-zA-Z0-9])*\0"
    "MlReservationArn\0"
    "CapacityReservationPreference\0"
    "Ec2CapacityReservations\0"
    "ml.t2.medium\000ml.t2.large\000ml.t2.xlarge\000ml.t2.2xlarge\000ml.m4.xlarge\000ml.m4.2xlarge\000ml.m4.4xlarge\000ml.m4.10xlarge\000ml.m4.16xlarge\000ml.m5.large\000ml.m5.xlarge\000ml.m5.2xlarge\000ml.m5.4xlarge\000ml.m5.12xlarge\000ml.m5.24xlarge\000ml.m5d.large\000ml.m5d.xlarge\000ml.m5d.2xlarge\000ml.m5d.4xlarge\000ml.m5d.12xlarge\000ml.m5d.24xlarge\000ml.c4.large\000ml.c4.xlarge\000ml.c4.2xlarge\000ml.c4.4xlarge\000ml.c4.8xlarge\000ml.p2.xlarge\000ml.p2.8xlarge\000ml.p2.16xlarge\000ml.p3.2xlarge\000ml.p3.8xlarge\000ml.p3.16xlarge\000ml.c5.large\000ml.c5.xlarge\000ml.c5.2xlarge\000ml.c5.4xlarge\000ml.c5.9xlarge\000ml.c5.18xlarge\000ml.c5d.large\000ml.c5d.xlarge\000ml.c5d.2xlarge\000ml.c5d.4xlarge\000ml.c5d.9xlarge\000ml.c5d.18xlarge\000ml.g4dn.xlarge\000ml.g4dn.2xlarge\000ml.g4dn.4xlarge\000ml.g4dn.8xlarge\000ml.g4dn.12xlarge\000ml.g4dn.16xlarge\000ml.r5.large\000ml.r5.xlarge\000ml.r5.2xlarge\000ml.r5.4xlarge\000ml.r5.12xlarge\000ml.r5.24xlarge\000ml.r5d.large\000ml.r5d.xlarge\000ml.r5d.2xlarge\000ml.r5d.4xlarge\000ml.r5d.12xlarge\000ml.r5d.24xlarge\000ml.inf1.xlarge\000ml.inf1.2xlarge\000ml.inf1.6xlarge\000ml.inf1.24xlarge\000ml.dl1.24xlarge\000ml.c6i.large\000ml.c6i.xlarge\000ml.c6i.2xlarge\000ml.c6i.4xlarge\000ml.c6i.8xlarge\000ml.c6i.12xlarge\000ml.c6i.16xlarge\000ml.c6i.24xlarge\000ml.c6i.32xlarge\000ml.m6i.large\000ml.m6i.xlarge\000ml.m6i.2xlarge\000ml.m6i.4xlarge\000ml.m6i.8xlarge\000ml.m6i.12xlarge\000ml.m6i.16xlarge\000ml.m6i.24xlarge\000ml.m6i.32xlarge\000ml.r6i.large\000ml.r6i.xlarge\000ml.r6i.2xlarge\000ml.r6i.4xlarge\000ml.r6i.8xlarge\000ml.r6i.12xlarge\000ml.r6i.16xlarge\000ml.r6i.24xlarge\000ml.r6i.32xlarge\000ml.g5.xlarge\000ml.g5.2xlarge\000ml.g5.4xlarge\000ml.g5.8xlarge\000ml.g5.12xlarge\000ml.g5.16xlarge\000ml.g5.24xlarge\000ml.g5.48xlarge\000ml.g6.xlarge\000ml.g6.2xlarge\000ml.g6.4xlarge\000ml.g6.8xlarge\000ml.g6.12xlarge\000ml.g6.16xlarge\000ml.g6.24xlarge\000ml.g6.48xlarge\000ml.r8g.medium\000ml.r8g.large\000ml.r8g.xlarge\000ml.r8g.2xlarge\000ml.r8g.4xlarge\000ml.r8g.8xlarge\000ml.r8g.12xlarge\000ml.r8g.16xlarge\000ml.r8g.24xlarge\000ml.r8g.48xlarge\000ml.g6e.xlarge\000ml.g6e.2xlarge\000ml.g6e.4xlarge\000ml.g6e.8xlarge\000ml.g6e.12xlarge\000ml.g6e.16xlarge\000ml.g6e.24xlarge\000ml.g6e.48xlarge\000ml.g7e.2xlarge\000ml.g7e.4xlarge\000ml.g7e.8xlarge\000ml.g7e.12xlarge\000ml.g7e.24xlarge\000ml.g7e.48xlarge\000ml.g7.2xlarge\000ml.g7.4xlarge\000ml.g7.8xlarge\000ml.g7.12xlarge\000ml.g7.24xlarge\000ml.g7.48xlarge\000ml.p4d.24xlarge\000ml.c7g.large\000ml.c7g.xlarge\000ml.c7g.2xlarge\000ml.c7g.4xlarge\000ml.c7g.8xlarge\000ml.c7g.12xlarge\000ml.c7g.16xlarge\000ml.m6g.large\000ml.m6g.xlarge\000ml.m6g.2xlarge\000ml.m6g.4xlarge\000ml.m6g.8xlarge\000ml.m6g.12xlarge\000ml.m6g.16xlarge\000ml.m6gd.large\000ml.m6gd.xlarge\000ml.m6gd.2xlarge\000ml.m6gd.4xlarge\000ml.m6gd.8xlarge\000ml.m6gd.12xlarge\000ml.m6gd.16xlarge\000ml.c6g.large\000ml.c6g.xlarge\000ml.c6g.2xlarge\000ml.c6g.4xlarge\000ml.c6g.8xlarge\000ml.c6g.12xlarge\000ml.c6g.16xlarge\000ml.c6gd.large\000ml.c6gd.xlarge\000ml.c6gd.2xlarge\000ml.c6gd.4xlarge\000ml.c6gd.8xlarge\000ml.c6gd.12xlarge\000ml.c6gd.16xlarge\000ml.c6gn.large\000ml.c6gn.xlarge\000ml.c6gn.2xlarge\000ml.c6gn.4xlarge\000ml.c6gn.8xlarge\000ml.c6gn.12xlarge\000ml.c6gn.16xlarge\000ml.r6g.large\000ml.r6g.xlarge\000ml.r6g.2xlarge\000ml.r6g.4xlarge\000ml.r6g.8xlarge\000ml.r6g.12xlarge\000ml.r6g.16xlarge\000ml.r6gd.large\000ml.r6gd.xlarge\000ml.r6gd.2xlarge\000ml.r6gd.4xlarge\000ml.r6gd.8xlarge\000ml.r6gd.12xlarge\000ml.r6gd.16xlarge\000ml.p4de.24xlarge\000ml.trn1.2xlarge\000ml.trn1.32xlarge\000ml.trn1n.32xlarge\000ml.trn2.48xlarge\000ml.inf2.xlarge\000ml.inf2.8xlarge\000ml.inf2.24xlarge\000ml.inf2.48xlarge\000ml.p5.48xlarge\000ml.p5e.48xlarge\000ml.p5en.48xlarge\000ml.m7i.large\000ml.m7i.xlarge\000ml.m7i.2xlarge\000ml.m7i.4xlarge\000ml.m7i.8xlarge\000ml.m7i.12xlarge\000ml.m7i.16xlarge\000ml.m7i.24xlarge\000ml.m7i.48xlarge\000ml.c7i.large\000ml.c7i.xlarge\000ml.c7i.2xlarge\000ml.c7i.4xlarge\000ml.c7i.8xlarge\000ml.c7i.12xlarge\000ml.c7i.16xlarge\000ml.c7i.24xlarge\000ml.c7i.48xlarge\000ml.r7i.large\000ml.r7i.xlarge\000ml.r7i.2xlarge\000ml.r7i.4xlarge\000ml.r7i.8xlarge\000ml.r7i.12xlarge\000ml.r7i.16xlarge\000ml.r7i.24xlarge\000ml.r7i.48xlarge\000ml.c8g.medium\000ml.c8g.large\000ml.c8g.xlarge\000ml.c8g.2xlarge\000ml.c8g.4xlarge\000ml.c8g.8xlarge\000ml.c8g.12xlarge\000ml.c8g.16xlarge\000ml.c8g.24xlarge\000ml.c8g.48xlarge\000ml.r7gd.medium\000ml.r7gd.large\000ml.r7gd.xlarge\000ml.r7gd.2xlarge\000ml.r7gd.4xlarge\000ml.r7gd.8xlarge\000ml.r7gd.12xlarge\000ml.r7gd.16xlarge\000ml.m8g.medium\000ml.m8g.large\000ml.m8g.xlarge\000ml.m8g.2xlarge\000ml.m8g.4xlarge\000ml.m8g.8xlarge\000ml.m8g.12xlarge\000ml.m8g.16xlarge\000ml.m8g.24xlarge\000ml.m8g.48xlarge\000ml.c6in.large\000ml.c6in.xlarge\000ml.c6in.2xlarge\000ml.c6in.4xlarge\000ml.c6in.8xlarge\000ml.c6in.12xlarge\000ml.c6in.16xlarge\000ml.c6in.24xlarge\000ml.c6in.32xlarge\000ml.p6-b200.48xlarge\000ml.p6-b300.48xlarge\000ml.p6e-gb200.36xlarge\000ml.p5.4xlarge\0"
    "MinInstanceCount\0"
    "MaxInstanceCount\0"
    "ScaleInPolicy\0"
    "MaximumStepSize\0"
    "CooldownInMinutes\0"
    "RoutingStrategy\0"
    "PrefixAwareRoutingConfig\0"
    "MemorySizeInMB\0"
    "MaxConcurrency\0"
    "ProvisionedConcurrency\0"
    "VariantName\0"
    "DeployedImages\0"
    "CurrentWeight\0"
    "DesiredWeight\0"
    "DesiredInstanceCount\0"
    "InstancePools\0"
    "VariantStatus\0"
    "CurrentServerlessConfig\0"
    "DesiredServerlessConfig\0"
    "ManagedInstanceScaling\0"
    "RoutingConfig\0"
    "CapacityReservationConfig\0"
    "AcceleratorPartitionLayouts\0"
    "ProfilingIntervalInMilliseconds\0"
    "ProfilingParameters\0"
    "DisableProfiler\0"
    "ProjectArn\0"
    "ProjectName\0"
    "ProjectDescription\0"
    "ServiceCatalogProvisioningDetails\0"
    "ServiceCatalogProvisionedProductDetails\0"
    "ProjectStatus\0"
    "TemplateProviderDetails\0"
    "BaselineUsedForDriftCheckStatistics\0"
    "CalculatedBaselineStatistics\0"
    "RecommendationId\0"
    "None\000RecordIO\0"
    "DbUser\0"
    "ClusterRoleArn\0"
    "None\000GZIP\000BZIP2\000ZSTD\000SNAPPY\0"
    "PARQUET\000CSV\0"
    "EnableRemoteDebug\0"
    "Platform\000Vpc\0"
    "RepositoryCredentialsProviderArn\0"
    "arn:aws[a-z-]*:sagemaker:[a-z0-9-]*:[0-9]{12}:.+\0"
    "KeepAlivePeriodInSeconds\0"
    "InstanceGroups\0"
    "TrainingPlanArn\0"
    "InstancePlacementConfig\0"
    "MaxNumberOfTrainingJobs\0"
    "MaxParallelTrainingJobs\0"
    "TrainingJob\000Experiment\000ExperimentTrial\000ExperimentTrialComponent\000Endpoint\000Model\000ModelPackage\000ModelPackageGroup\000Pipeline\000PipelineExecution\000FeatureGroup\000FeatureMetadata\000Image\000ImageVersion\000Project\000HyperParameterTuningJob\000ModelCard\000PipelineVersion\000Job\000HubContent\0"
    "[-\\w]+\\/.+\0"
    "MaximumRetryAttempts\0"
    "arn:aws[a-z\\-]*:iam::\\d{12}:role/\077[a-zA-Z_0-9+=,.@\\-_/]+\0"
    "\"ManifestFile\"\000\"AugmentedManifestFile\"\000\"Converse\"\000\0"
    "AttributeNames\0"
    "InstanceGroupNames\0"
    "ModelAccessConfig\0"
    "HubAccessConfig\0"
    "ManifestFile\000S3Prefix\000AugmentedManifestFile\000Converse\0"
    "ManifestS3Uri\0"
    "ManifestEtag\0"
    "S3Prefix\000S3Object\0"
    "(https|s3)://([^/]+)/\077(.*)\0"
    "ResolvedOutputS3Uri\0"
    "ScheduleExpression\0"
    "DataAnalysisStartTime\0"
    "DataAnalysisEndTime\0"
    "NestedFilters\0"
    "SubExpressions\0"
    "Experiment\0"
    "Trial\0"
    "TrialComponent\0"
    "ModelPackage\0"
    "ModelPackageGroup\0"
    "Pipeline\0"
    "PipelineExecution\0"
    "PipelineVersion\0"
    "FeatureGroup\0"
    "FeatureMetadata\0"
    "Project\0"
    "HyperParameterTuningJob\0"
    "Resource\0"
    "SearchExpression\0"
    "VisibilityConditions\0"
    "Results\0"
    "TotalHits\0"
    "[-0-9a-zA-Z]+\0"
    "SelectedSteps\0"
    "\\d+K\0"
    "(arn:[a-z0-9-\\.]{1,63}:sagemaker:\\w+(\077:-\\w+)+:(\\d{12}|aws):hub-content\\/)[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}\\/Model\\/[a-zA-Z0-9](-*[a-zA-Z0-9]){0,63}(\\/\\d{1,4}.\\d{1,4}.\\d{1,4})\077\0"
    "BaseModelArn\0"
    "JobType\0"
    "CustomizationTechnique\0"
    "Peft\0"
    "EvaluationType\0"
    "EvaluatorArn\0"
    "SequenceLength\0"
    "FineTuning\000Evaluation\0"
    "ProvisionedProductId\0"
    "ProvisionedProductStatusMessage\0"
    "ProvisioningArtifactId\0"
    "PathId\0"
    "ProvisioningParameters\0"
    "EnableSessionTagChaining\0"
    "Seed\0"
    "All\000None\0"
    "Name\000CreationTime\000Status\0"
    "CreationTime\000PipelineExecutionArn\0"
    "SourceAlgorithms\0"
    "None\000Line\000RecordIO\000TFRecord\0"
    ".{0,1024}\0"
    "MaxWaitTimeInSeconds\0"
    "MaxPendingTimeInSeconds\0"
    "([\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*)\0"
    "CfnTemplateProviderDetail\0"
    "Relation\0"
    "TrainingRepositoryAccessMode\0"
    "TrainingRepositoryAuthConfig\0"
    "Pipe\000File\000FastFile\0"
    "ml.m4.xlarge\000ml.m4.2xlarge\000ml.m4.4xlarge\000ml.m4.10xlarge\000ml.m4.16xlarge\000ml.g4dn.xlarge\000ml.g4dn.2xlarge\000ml.g4dn.4xlarge\000ml.g4dn.8xlarge\000ml.g4dn.12xlarge\000ml.g4dn.16xlarge\000ml.m5.large\000ml.m5.xlarge\000ml.m5.2xlarge\000ml.m5.4xlarge\000ml.m5.12xlarge\000ml.m5.24xlarge\000ml.c4.xlarge\000ml.c4.2xlarge\000ml.c4.4xlarge\000ml.c4.8xlarge\000ml.p2.xlarge\000ml.p2.8xlarge\000ml.p2.16xlarge\000ml.p3.2xlarge\000ml.p3.8xlarge\000ml.p3.16xlarge\000ml.p3dn.24xlarge\000ml.p4d.24xlarge\000ml.p4de.24xlarge\000ml.p5.48xlarge\000ml.p5e.48xlarge\000ml.p5en.48xlarge\000ml.c5.xlarge\000ml.c5.2xlarge\000ml.c5.4xlarge\000ml.c5.9xlarge\000ml.c5.18xlarge\000ml.c5n.xlarge\000ml.c5n.2xlarge\000ml.c5n.4xlarge\000ml.c5n.9xlarge\000ml.c5n.18xlarge\000ml.g5.xlarge\000ml.g5.2xlarge\000ml.g5.4xlarge\000ml.g5.8xlarge\000ml.g5.16xlarge\000ml.g5.12xlarge\000ml.g5.24xlarge\000ml.g5.48xlarge\000ml.g6.xlarge\000ml.g6.2xlarge\000ml.g6.4xlarge\000ml.g6.8xlarge\000ml.g6.16xlarge\000ml.g6.12xlarge\000ml.g6.24xlarge\000ml.g6.48xlarge\000ml.g6e.xlarge\000ml.g6e.2xlarge\000ml.g6e.4xlarge\000ml.g6e.8xlarge\000ml.g6e.16xlarge\000ml.g6e.12xlarge\000ml.g6e.24xlarge\000ml.g6e.48xlarge\000ml.trn1.2xlarge\000ml.trn1.32xlarge\000ml.trn1n.32xlarge\000ml.trn2.48xlarge\000ml.m6i.large\000ml.m6i.xlarge\000ml.m6i.2xlarge\000ml.m6i.4xlarge\000ml.m6i.8xlarge\000ml.m6i.12xlarge\000ml.m6i.16xlarge\000ml.m6i.24xlarge\000ml.m6i.32xlarge\000ml.c6i.xlarge\000ml.c6i.2xlarge\000ml.c6i.8xlarge\000ml.c6i.4xlarge\000ml.c6i.12xlarge\000ml.c6i.16xlarge\000ml.c6i.24xlarge\000ml.c6i.32xlarge\000ml.r5d.large\000ml.r5d.xlarge\000ml.r5d.2xlarge\000ml.r5d.4xlarge\000ml.r5d.8xlarge\000ml.r5d.12xlarge\000ml.r5d.16xlarge\000ml.r5d.24xlarge\000ml.t3.medium\000ml.t3.large\000ml.t3.xlarge\000ml.t3.2xlarge\000ml.r5.large\000ml.r5.xlarge\000ml.r5.2xlarge\000ml.r5.4xlarge\000ml.r5.8xlarge\000ml.r5.12xlarge\000ml.r5.16xlarge\000ml.r5.24xlarge\000ml.p6-b200.48xlarge\000ml.m7i.large\000ml.m7i.xlarge\000ml.m7i.2xlarge\000ml.m7i.4xlarge\000ml.m7i.8xlarge\000ml.m7i.12xlarge\000ml.m7i.16xlarge\000ml.m7i.24xlarge\000ml.m7i.48xlarge\000ml.c7i.large\000ml.c7i.xlarge\000ml.c7i.2xlarge\000ml.c7i.4xlarge\000ml.c7i.8xlarge\000ml.c7i.12xlarge\000ml.c7i.16xlarge\000ml.c7i.24xlarge\000ml.c7i.48xlarge\000ml.r7i.large\000ml.r7i.xlarge\000ml.r7i.2xlarge\000ml.r7i.4xlarge\000ml.r7i.8xlarge\000ml.r7i.12xlarge\000ml.r7i.16xlarge\000ml.r7i.24xlarge\000ml.r7i.48xlarge\000ml.p6e-gb200.36xlarge\000ml.p5.4xlarge\000ml.p6-b300.48xlarge\000ml.g7e.2xlarge\000ml.g7e.4xlarge\000ml.g7e.8xlarge\000ml.g7e.12xlarge\000ml.g7e.24xlarge\000ml.g7e.48xlarge\000ml.g7.2xlarge\000ml.g7.4xlarge\000ml.g7.8xlarge\000ml.g7.12xlarge\000ml.g7.24xlarge\000ml.g7.48xlarge\000ml.r6i.large\000ml.r6i.xlarge\000ml.r6i.2xlarge\000ml.r6i.4xlarge\000ml.r6i.8xlarge\000ml.r6i.12xlarge\000ml.r6i.16xlarge\000ml.r6i.24xlarge\000ml.r6i.32xlarge\000ml.m8i.large\000ml.m8i.xlarge\000ml.m8i.2xlarge\000ml.m8i.4xlarge\000ml.m8i.8xlarge\000ml.m8i.12xlarge\000ml.m8i.16xlarge\000ml.m8i.24xlarge\000ml.m8i.32xlarge\000ml.m8i.48xlarge\000ml.m8i.96xlarge\000ml.c8i.xlarge\000ml.c8i.2xlarge\000ml.c8i.4xlarge\000ml.c8i.8xlarge\000ml.c8i.12xlarge\000ml.c8i.16xlarge\000ml.c8i.24xlarge\000ml.c8i.32xlarge\000ml.c8i.48xlarge\000ml.c8i.96xlarge\000ml.r8i.large\000ml.r8i.xlarge\000ml.r8i.2xlarge\000ml.r8i.4xlarge\000ml.r8i.8xlarge\000ml.r8i.12xlarge\000ml.r8i.16xlarge\000ml.r8i.24xlarge\000ml.r8i.32xlarge\000ml.r8i.48xlarge\000ml.r8i.96xlarge\000ml.m7i-flex.large\000ml.m7i-flex.xlarge\000ml.m7i-flex.2xlarge\000ml.m7i-flex.4xlarge\000ml.m7i-flex.8xlarge\000ml.m7i-flex.12xlarge\000ml.m7i-flex.16xlarge\000ml.c7i-flex.xlarge\000ml.c7i-flex.2xlarge\000ml.c7i-flex.4xlarge\000ml.c7i-flex.8xlarge\000ml.c7i-flex.12xlarge\000ml.c7i-flex.16xlarge\000ml.m8i-flex.large\000ml.m8i-flex.xlarge\000ml.m8i-flex.2xlarge\000ml.m8i-flex.4xlarge\000ml.m8i-flex.8xlarge\000ml.m8i-flex.12xlarge\000ml.m8i-flex.16xlarge\000ml.c8i-flex.xlarge\000ml.c8i-flex.2xlarge\000ml.c8i-flex.4xlarge\000ml.c8i-flex.8xlarge\000ml.c8i-flex.12xlarge\000ml.c8i-flex.16xlarge\000ml.r8i-flex.large\000ml.r8i-flex.xlarge\000ml.r8i-flex.2xlarge\000ml.r8i-flex.4xlarge\000ml.r8i-flex.8xlarge\000ml.r8i-flex.12xlarge\000ml.r8i-flex.16xlarge\0"
    "InProgress\000Completed\000Failed\000Stopping\000Stopped\000Deleting\0"
    "Completed\0"
    "InProgress\0"
    "RetryableError\0"
    "NonRetryableError\0"
    "Stopped\0"
    "arn:aws[a-z\\-]*:sagemaker:[a-z0-9\\-]*:[0-9]{12}:training-plan/.*\0"
    "TotalStepCountPerEpoch\0"
    "CurrentStep\0"
    "CurrentEpoch\0"
    "MaxEpoch\0"
    "TrainingRepositoryCredentialsProviderArn\0"
    "arn:[\\p{Alnum}\\-]+:lambda:[\\p{Alnum}\\-]+:[0-9]{12}:function:.*\0"
    "[a-zA-Z0-9]+(-[a-zA-Z0-9]+)*\0"
    "[a-zA-Z_][a-zA-Z0-9_]{0,1023}\0"
    "SplitType\0"
    "ml.m4.xlarge\000ml.m4.2xlarge\000ml.m4.4xlarge\000ml.m4.10xlarge\000ml.m4.16xlarge\000ml.c4.xlarge\000ml.c4.2xlarge\000ml.c4.4xlarge\000ml.c4.8xlarge\000ml.p2.xlarge\000ml.p2.8xlarge\000ml.p2.16xlarge\000ml.p3.2xlarge\000ml.p3.8xlarge\000ml.p3.16xlarge\000ml.c5.xlarge\000ml.c5.2xlarge\000ml.c5.4xlarge\000ml.c5.9xlarge\000ml.c5.18xlarge\000ml.m5.large\000ml.m5.xlarge\000ml.m5.2xlarge\000ml.m5.4xlarge\000ml.m5.12xlarge\000ml.m5.24xlarge\000ml.m6i.large\000ml.m6i.xlarge\000ml.m6i.2xlarge\000ml.m6i.4xlarge\000ml.m6i.8xlarge\000ml.m6i.12xlarge\000ml.m6i.16xlarge\000ml.m6i.24xlarge\000ml.m6i.32xlarge\000ml.c6i.large\000ml.c6i.xlarge\000ml.c6i.2xlarge\000ml.c6i.4xlarge\000ml.c6i.8xlarge\000ml.c6i.12xlarge\000ml.c6i.16xlarge\000ml.c6i.24xlarge\000ml.c6i.32xlarge\000ml.r6i.large\000ml.r6i.xlarge\000ml.r6i.2xlarge\000ml.r6i.4xlarge\000ml.r6i.8xlarge\000ml.r6i.12xlarge\000ml.r6i.16xlarge\000ml.r6i.24xlarge\000ml.r6i.32xlarge\000ml.m7i.large\000ml.m7i.xlarge\000ml.m7i.2xlarge\000ml.m7i.4xlarge\000ml.m7i.8xlarge\000ml.m7i.12xlarge\000ml.m7i.16xlarge\000ml.m7i.24xlarge\000ml.m7i.48xlarge\000ml.c7i.large\000ml.c7i.xlarge\000ml.c7i.2xlarge\000ml.c7i.4xlarge\000ml.c7i.8xlarge\000ml.c7i.12xlarge\000ml.c7i.16xlarge\000ml.c7i.24xlarge\000ml.c7i.48xlarge\000ml.r7i.large\000ml.r7i.xlarge\000ml.r7i.2xlarge\000ml.r7i.4xlarge\000ml.r7i.8xlarge\000ml.r7i.12xlarge\000ml.r7i.16xlarge\000ml.r7i.24xlarge\000ml.r7i.48xlarge\000ml.g4dn.xlarge\000ml.g4dn.2xlarge\000ml.g4dn.4xlarge\000ml.g4dn.8xlarge\000ml.g4dn.12xlarge\000ml.g4dn.16xlarge\000ml.g5.xlarge\000ml.g5.2xlarge\000ml.g5.4xlarge\000ml.g5.8xlarge\000ml.g5.12xlarge\000ml.g5.16xlarge\000ml.g5.24xlarge\000ml.g5.48xlarge\000ml.trn1.2xlarge\000ml.trn1.32xlarge\000ml.inf2.xlarge\000ml.inf2.8xlarge\000ml.inf2.24xlarge\000ml.inf2.48xlarge\000ml.g6.xlarge\000ml.g6.2xlarge\000ml.g6.4xlarge\000ml.g6.8xlarge\000ml.g6.12xlarge\000ml.g6.16xlarge\000ml.g6.24xlarge\000ml.g6.48xlarge\000ml.g6e.xlarge\000ml.g6e.2xlarge\000ml.g6e.4xlarge\000ml.g6e.8xlarge\000ml.g6e.12xlarge\000ml.g6e.16xlarge\000ml.g6e.24xlarge\000ml.g6e.48xlarge\0"
    "TransformJobName\0"
    "TransformJobArn\0"
    "TransformJobStatus\0"
    "MaxConcurrentTransforms\0"
    "ModelClientConfig\0"
    "MaxPayloadInMB\0"
    "BatchStrategy\0"
    "TransformInput\0"
    "TransformOutput\0"
    "TransformResources\0"
    "TransformStartTime\0"
    "TransformEndTime\0"
    "DataProcessing\0"
    "Accept\0"
    "AssembleWith\0"
    "TransformAmiVersion\0"
    "SourceDetail\0"
    "Parents\0"
    "MediaType\0"
    "TimeStamp\0"
    "Max\0"
    "Min\0"
    "Last\0"
    "Count\0"
    "Avg\0"
    "StdDev\0"
    "StringValue\0"
    "NumberValue\0"
    "TrialComponentSource\0"
    "PrimaryStatus\0"
    "Message\0"
    "TrialSource\0"
    "Unit\0"
    "TargetObjectiveMetricValue\0"
    "BestObjectiveNotImproving\0"
    "ConvergenceDetected\0"
    "CustomerMetadataPropertiesToRemove\0"
    "AdditionalInferenceSpecificationsToAdd\0"
    "PipelineVersionAliasOperations\0"
    "ParametersToRemove\0"
    "InputArtifactsToRemove\0"
    "OutputArtifactsToRemove\0"
    "UserProfileArn\0"
    "UserProfileName\0"
    "DomainId\0"
    "IamIdentity\0"
    "Dimension\0"
    "(arn:aws[a-z\\-]*:sagemaker:[a-z0-9\\-]*:[0-9]{12}:[a-z\\-]*\\/)\077([a-zA-Z0-9]([a-zA-Z0-9-]){0,62})(\077<!-)(\\/[0-9]{1,9})\077\0"
    "SecurityGroupIds\0"
    "Subnets\0"
    "Available\000Terminated\000Reused\000InUse\0"
    "ResourceRetainedBillableTimeInSeconds\0"
    "ReusedByJob\0"
    "AddTags\0"
    "AssociateTrialComponent\0"
    "CreateExperiment\0"
    "CreateModel\0"
    "CreateModelPackage\0"
    "CreateModelPackageGroup\0"
    "CreatePipeline\0"
    "CreateProcessingJob\0"
    "CreateTrainingJob\0"
    "CreateTrial\0"
    "CreateTrialComponent\0"
    "DeleteExperiment\0"
    "DeleteModel\0"
    "DeleteModelPackage\0"
    "DeleteModelPackageGroup\0"
    "DeletePipeline\0"
    "DeleteTags\0"
    "DeleteTrial\0"
    "DeleteTrialComponent\0"
    "DescribeExperiment\0"
    "DescribeModel\0"
    "DescribeModelPackage\0"
    "DescribeModelPackageGroup\0"
    "DescribePipeline\0"
    "DescribePipelineDefinitionForExecution\0"
    "DescribePipelineExecution\0"
    "DescribeProcessingJob\0"
    "DescribeTrainingJob\0"
    "DescribeTrial\0"
    "DescribeTrialComponent\0"
    "DisassociateTrialComponent\0"
    "ListExperiments\0"
    "ListModelPackageGroups\0"
    "ListModelPackages\0"
    "ListModels\0"
    "ListPipelineExecutionSteps\0"
    "ListPipelineExecutions\0"
    "ListPipelineParametersForExecution\0"
    "ListPipelineVersions\0"
    "ListPipelines\0"
    "ListProcessingJobs\0"
    "ListTags\0"
    "ListTrainingJobs\0"
    "ListTrialComponents\0"
    "ListTrials\0"
    "RetryPipelineExecution\0"
    "Search\0"
    "StartPipelineExecution\0"
    "StopPipelineExecution\0"
    "StopProcessingJob\0"
    "StopTrainingJob\0"
    "UpdateExperiment\0"
    "UpdateModelPackage\0"
    "UpdatePipeline\0"
    "UpdatePipelineExecution\0"
    "UpdatePipelineVersion\0"
    "UpdateTrial\0"
    "UpdateTrialComponent\0"
    ;

static const struct shape_row rows[] = {
    {10, 0, 1, 0, 0, 0, 0, 0, 0, 0}, /* AcceleratorPartitionLayout */
    {8, 0, 0, 0, 0, 0, 0, 0, 0, 0}, /* AcceleratorPartitionLayouts */
    {0, 0, 0, 0, 0, 0, 0, 0, 0, 0}, /* AcceleratorPartitionType */
    {8, 0, 0, 0, 2, 0, 0, 0, 0, 0}, /* AcceleratorPartitionTypeList */
    {0, 3, 0, 0, 0, 0, 0, 0, 0, 256}, /* Accept */
    {5, 0, 0, 0, 0, 0, 0, 0, 0, 0}, /* AcceptEula */
    {10, 0, 2, 1, 0, 0, 0, 0, 0, 0}, /* AddTagsInput */
    {10, 0, 1, 3, 0, 0, 0, 0, 0, 0}, /* AddTagsOutput */
    {10, 0, 7, 4, 0, 0, 0, 0, 0, 0}, /* AdditionalInferenceSpecificationDefinition */
    {8, 3, 0, 0, 8, 0, 0, 0, 1, 15}, /* AdditionalInferenceSpecifications */
    {0, 3, 0, 0, 0, 0, 193, 0, 1, 64}, /* AdditionalModelChannelName */
    {10, 0, 2, 11, 0, 0, 0, 0, 0, 0}, /* AdditionalModelDataSource */
    {8, 3, 0, 0, 11, 0, 0, 0, 0, 5}, /* AdditionalModelDataSources */
    {10, 0, 4, 13, 0, 0, 0, 0, 0, 0}, /* AdditionalS3DataSource */
    {0, 4, 2, 274, 0, 0, 0, 0, 0, 0}, /* AdditionalS3DataSourceDataType */
    {0, 3, 0, 0, 0, 0, 0, 0, 0, 255}, /* AlgorithmImage */
    {10, 0, 8, 17, 0, 0, 0, 0, 0, 0}, /* AlgorithmSpecification */
    {10, 0, 2, 25, 0, 0, 0, 0, 0, 0}, /* AliasOperations */
    {10, 0, 3, 27, 0, 0, 0, 0, 0, 0}, /* AppSpecification */
    {0, 3, 0, 0, 0, 0, 0, 0, 0, 1024}, /* ApprovalDescription */
    {0, 3, 0, 0, 0, 0, 483, 0, 1, 170}, /* ArnOrName */
    {0, 4, 2, 584, 0, 0, 0, 0, 0, 0}, /* AssemblyType */
    {10, 0, 2, 30, 0, 0, 0, 0, 0, 0}, /* AssociateTrialComponentRequest */
    {10, 0, 2, 32, 0, 0, 0, 0, 0, 0}, /* AssociateTrialComponentResponse */
    {10, 0, 2, 34, 0, 0, 0, 0, 0, 0}, /* AssociationInfo */
    {8, 0, 0, 0, 24, 0, 0, 0, 0, 0}, /* AssociationInfoList */
    {0, 3, 0, 0, 0, 0, 675, 0, 1, 256}, /* AthenaCatalog */
    {0, 3, 0, 0, 0, 0, 0, 0, 1, 255}, /* AthenaDatabase */
    {10, 0, 8, 36, 0, 0, 0, 0, 0, 0}, /* AthenaDatasetDefinition */
    {0, 3, 0, 0, 0, 0, 0, 0, 1, 4096}, /* AthenaQueryString */
    {0, 4, 3, 823, 0, 0, 0, 0, 0, 0}, /* AthenaResultCompressionType */
    {0, 4, 5, 840, 0, 0, 0, 0, 0, 0}, /* AthenaResultFormat */
    {10, 0, 2, 44, 0, 0, 0, 0, 0, 0}, /* AthenaStepMetadata */
    {0, 3, 0, 0, 0, 0, 905, 0, 1, 128}, /* AthenaWorkGroup */
    {0, 3, 0, 0, 0, 0, 921, 0, 1, 256}, /* AttributeName */
    {8, 3, 0, 0, 34, 0, 0, 0, 0, 16}, /* AttributeNames */
    {10, 0, 1, 46, 0, 0, 0, 0, 0, 0}, /* AutoMLJobStepMetadata */
    {10, 0, 2, 47, 0, 0, 0, 0, 0, 0}, /* AutoParameter */
    {8, 0, 0, 0, 37, 0, 0, 0, 0, 0}, /* AutoParameters */
    {10, 0, 3, 49, 0, 0, 0, 0, 0, 0}, /* BaseModel */
    {10, 0, 3, 52, 0, 0, 0, 0, 0, 0}, /* BatchDataCaptureConfig */
    {0, 4, 2, 1019, 0, 0, 0, 0, 0, 0}, /* BatchStrategy */
    {10, 0, 12, 55, 0, 0, 0, 0, 0, 0}, /* BatchTransformInput */
    {10, 0, 1, 67, 0, 0, 0, 0, 0, 0}, /* BedrockCustomModelDeploymentMetadata */
    {10, 0, 1, 68, 0, 0, 0, 0, 0, 0}, /* BestObjectiveNotImproving */
    {10, 0, 3, 69, 0, 0, 0, 0, 0, 0}, /* Bias */
    {1, 0, 0, 0, 0, 0, 0, 0, 0, 0}, /* BillableTimeInSeconds */
    {2, 0, 0, 0, 0, 0, 0, 0, 0, 0}, /* BillableTokenCount */
    {0, 4, 2, 1355, 0, 0, 0, 0, 0, 0}, /* BooleanOperator */
    {0, 3, 0, 0, 0, 0, 1362, 0, 3, 63}, /* BucketName */
    {10, 0, 1, 72, 0, 0, 0, 0, 0, 0}, /* CacheHitResult */
    {10, 0, 3, 73, 0, 0, 0, 0, 0, 0}, /* CallbackStepMetadata */
    {10, 0, 2, 76, 0, 0, 0, 0, 0, 0}, /* CategoricalParameterRange */
    {8, 0, 0, 0, 52, 0, 0, 0, 0, 0}, /* CategoricalParameterRanges */
    {10, 0, 3, 78, 0, 0, 0, 0, 0, 0}, /* CfnStackDetail */
    {10, 0, 2, 81, 0, 0, 0, 0, 0, 0}, /* CfnStackParameter */
    {8, 0, 0, 0, 55, 0, 0, 0, 0, 0}, /* CfnStackParameters */
    {10, 0, 5, 83, 0, 0, 0, 0, 0, 0}, /* CfnTemplateProviderDetail */
    {10, 0, 7, 88, 0, 0, 0, 0, 0, 0}, /* Channel */
    {10, 0, 2, 95, 0, 0, 0, 0, 0, 0}, /* CheckpointConfig */
    {10, 0, 8, 97, 0, 0, 0, 0, 0, 0}, /* ClarifyCheckStepMetadata */
    {10, 0, 3, 105, 0, 0, 0, 0, 0, 0}, /* CleanupFailure */
    {8, 0, 0, 0, 61, 0, 0, 0, 0, 0}, /* CleanupFailureList */
    {10, 0, 3, 108, 0, 0, 0, 0, 0, 0}, /* CleanupStepMetadata */
    {8, 0, 0, 0, 4, 0, 0, 0, 0, 0}, /* CleanupStepNameList */
    {0, 3, 0, 0, 0, 0, 1869, 0, 1, 36}, /* ClientToken */
    {10, 16, 1, 111, 0, 0, 0, 0, 0, 0}, /* CollectionConfig */
    {10, 0, 2, 112, 0, 0, 0, 0, 0, 0}, /* CollectionConfiguration */
    {8, 3, 0, 0, 67, 0, 0, 0, 0, 20}, /* CollectionConfigurations */
    {0, 3, 0, 0, 0, 0, 0, 0, 1, 256}, /* CollectionName */
    {9, 3, 0, 0, 4, 69, 0, 0, 0, 20}, /* CollectionParameters */
    {0, 4, 2, 1932, 0, 0, 0, 0, 0, 0}, /* CompressionType */
    {10, 0, 1, 114, 0, 0, 0, 0, 0, 0}, /* ConditionStepMetadata */
    {8, 3, 0, 0, 4, 0, 0, 0, 1, 100}, /* ContainerArguments */
    {10, 0, 12, 115, 0, 0, 0, 0, 0, 0}, /* ContainerDefinition */
    {8, 3, 0, 0, 74, 0, 0, 0, 0, 15}, /* ContainerDefinitionList */
    {0, 3, 0, 0, 0, 0, 2143, 0, 0, 63}, /* ContainerHostname */
    {0, 3, 0, 0, 0, 0, 2176, 0, 0, 255}, /* ContainerImage */
    {10, 0, 1, 127, 0, 0, 0, 0, 0, 0}, /* ContainerMetricsConfig */
    {0, 4, 2, 2199, 0, 0, 0, 0, 0, 0}, /* ContainerMode */
    {0, 3, 0, 0, 0, 0, 2222, 0, 0, 72}, /* ContentDigest */
    {8, 0, 0, 0, 4, 0, 0, 0, 0, 0}, /* ContentTypes */
    {10, 0, 4, 128, 0, 0, 0, 0, 0, 0}, /* ContinuousParameterRange */
    {8, 0, 0, 0, 82, 0, 0, 0, 0, 0}, /* ContinuousParameterRanges */
    {10, 0, 1, 132, 0, 0, 0, 0, 0, 0}, /* ConvergenceDetected */
    {10, 0, 4, 133, 0, 0, 0, 0, 0, 0}, /* CreateExperimentRequest */
    {10, 0, 1, 137, 0, 0, 0, 0, 0, 0}, /* CreateExperimentResponse */
    {10, 0, 8, 138, 0, 0, 0, 0, 0, 0}, /* CreateModelInput */
    {10, 0, 1, 146, 0, 0, 0, 0, 0, 0}, /* CreateModelOutput */
    {10, 0, 4, 147, 0, 0, 0, 0, 0, 0}, /* CreateModelPackageGroupInput */
    {10, 0, 1, 151, 0, 0, 0, 0, 0, 0}, /* CreateModelPackageGroupOutput */
    {10, 0, 25, 152, 0, 0, 0, 0, 0, 0}, /* CreateModelPackageInput */
    {10, 0, 1, 177, 0, 0, 0, 0, 0, 0}, /* CreateModelPackageOutput */
    {10, 0, 10, 178, 0, 0, 0, 0, 0, 0}, /* CreatePipelineRequest */
    {10, 0, 1, 188, 0, 0, 0, 0, 0, 0}, /* CreatePipelineResponse */
    {10, 0, 11, 189, 0, 0, 0, 0, 0, 0}, /* CreateProcessingJobRequest */
    {10, 0, 1, 200, 0, 0, 0, 0, 0, 0}, /* CreateProcessingJobResponse */
    {10, 0, 28, 201, 0, 0, 0, 0, 0, 0}, /* CreateTrainingJobRequest */
    {10, 0, 1, 229, 0, 0, 0, 0, 0, 0}, /* CreateTrainingJobResponse */
    {10, 0, 10, 230, 0, 0, 0, 0, 0, 0}, /* CreateTrialComponentRequest */
    {10, 0, 1, 240, 0, 0, 0, 0, 0, 0}, /* CreateTrialComponentResponse */
    {10, 0, 5, 241, 0, 0, 0, 0, 0, 0}, /* CreateTrialRequest */
    {10, 0, 1, 246, 0, 0, 0, 0, 0, 0}, /* CreateTrialResponse */
    {6, 0, 0, 0, 0, 0, 0, 0, 0, 0}, /* CreationTime */
    {0, 4, 2, 3800, 0, 0, 0, 0, 0, 0}, /* CrossAccountFilterOption */
    {0, 3, 0, 0, 0, 0, 3825, 0, 1, 128}, /* CustomerMetadataKey */
    {8, 0, 0, 0, 105, 0, 0, 0, 0, 0}, /* CustomerMetadataKeyList */
    {9, 3, 0, 0, 108, 105, 0, 0, 1, 50}, /* CustomerMetadataMap */
    {0, 3, 0, 0, 0, 0, 3864, 0, 1, 256}, /* CustomerMetadataValue */
    {0, 4, 4, 3903, 0, 0, 0, 0, 0, 0}, /* CustomizationTechnique */
    {10, 0, 5, 247, 0, 0, 0, 0, 0, 0}, /* DataCaptureConfigSummary */
    {10, 0, 3, 252, 0, 0, 0, 0, 0, 0}, /* DataCatalogConfig */
    {0, 4, 2, 3986, 0, 0, 0, 0, 0, 0}, /* DataDistributionType */
    {0, 3, 0, 0, 0, 0, 4017, 0, 1, 16384}, /* DataInputConfig */
    {10, 0, 3, 255, 0, 0, 0, 0, 0, 0}, /* DataProcessing */
    {10, 0, 3, 258, 0, 0, 0, 0, 0, 0}, /* DataSource */
    {10, 0, 5, 261, 0, 0, 0, 0, 0, 0}, /* DatasetDefinition */
    {10, 0, 1, 266, 0, 0, 0, 0, 0, 0}, /* DatasetSource */
    {10, 0, 4, 267, 0, 0, 0, 0, 0, 0}, /* DebugHookConfig */
    {10, 0, 7, 271, 0, 0, 0, 0, 0, 0}, /* DebugRuleConfiguration */
    {8, 3, 0, 0, 119, 0, 0, 0, 0, 20}, /* DebugRuleConfigurations */
    {10, 0, 5, 278, 0, 0, 0, 0, 0, 0}, /* DebugRuleEvaluationStatus */
    {8, 0, 0, 0, 121, 0, 0, 0, 0, 0}, /* DebugRuleEvaluationStatuses */
    {10, 0, 1, 283, 0, 0, 0, 0, 0, 0}, /* DeleteExperimentRequest */
    {10, 0, 1, 284, 0, 0, 0, 0, 0, 0}, /* DeleteModelInput */
    {10, 0, 1, 285, 0, 0, 0, 0, 0, 0}, /* DeleteModelPackageGroupInput */
    {10, 0, 1, 286, 0, 0, 0, 0, 0, 0}, /* DeleteModelPackageInput */
    {10, 0, 2, 287, 0, 0, 0, 0, 0, 0}, /* DeletePipelineRequest */
    {10, 0, 2, 289, 0, 0, 0, 0, 0, 0}, /* DeleteTagsInput */
    {10, 0, 0, 291, 0, 0, 0, 0, 0, 0}, /* DeleteTagsOutput */
    {10, 0, 1, 291, 0, 0, 0, 0, 0, 0}, /* DeleteTrialComponentRequest */
    {10, 0, 1, 292, 0, 0, 0, 0, 0, 0}, /* DeleteTrialRequest */
    {10, 0, 3, 293, 0, 0, 0, 0, 0, 0}, /* DeployedImage */
    {8, 0, 0, 0, 132, 0, 0, 0, 0, 0}, /* DeployedImages */
    {10, 0, 2, 296, 0, 0, 0, 0, 0, 0}, /* DeploymentRecommendation */
    {10, 0, 9, 298, 0, 0, 0, 0, 0, 0}, /* DescribeExperimentResponse */
    {10, 0, 10, 307, 0, 0, 0, 0, 0, 0}, /* DescribeModelOutput */
    {10, 0, 7, 317, 0, 0, 0, 0, 0, 0}, /* DescribeModelPackageGroupOutput */
    {10, 0, 2, 324, 0, 0, 0, 0, 0, 0}, /* DescribeModelPackageInput */
    {10, 0, 32, 326, 0, 0, 0, 0, 0, 0}, /* DescribeModelPackageOutput */
    {10, 0, 1, 358, 0, 0, 0, 0, 0, 0}, /* DescribePipelineDefinitionForExecutionRequest */
    {10, 0, 2, 359, 0, 0, 0, 0, 0, 0}, /* DescribePipelineDefinitionForExecutionResponse */
    {10, 0, 17, 361, 0, 0, 0, 0, 0, 0}, /* DescribePipelineExecutionResponse */
    {10, 0, 3, 378, 0, 0, 0, 0, 0, 0}, /* DescribePipelineRequest */
    {10, 0, 16, 381, 0, 0, 0, 0, 0, 0}, /* DescribePipelineResponse */
    {10, 0, 1, 397, 0, 0, 0, 0, 0, 0}, /* DescribeProcessingJobRequest */
    {10, 0, 21, 398, 0, 0, 0, 0, 0, 0}, /* DescribeProcessingJobResponse */
    {10, 0, 1, 419, 0, 0, 0, 0, 0, 0}, /* DescribeTrainingJobRequest */
    {10, 0, 50, 420, 0, 0, 0, 0, 0, 0}, /* DescribeTrainingJobResponse */
    {10, 0, 1, 470, 0, 0, 0, 0, 0, 0}, /* DescribeTrialComponentRequest */
    {10, 0, 18, 471, 0, 0, 0, 0, 0, 0}, /* DescribeTrialComponentResponse */
    {10, 0, 10, 489, 0, 0, 0, 0, 0, 0}, /* DescribeTrialResponse */
    {0, 3, 0, 0, 0, 0, 0, 0, 0, 4096}, /* DirectoryPath */
    {4, 0, 0, 0, 0, 0, 0, 0, 0, 0}, /* DoubleParameterValue */
    {10, 0, 4, 499, 0, 0, 0, 0, 0, 0}, /* DriftCheckBaselines */
    {10, 0, 3, 503, 0, 0, 0, 0, 0, 0}, /* DriftCheckBias */
    {10, 0, 2, 506, 0, 0, 0, 0, 0, 0}, /* DriftCheckExplainability */
    {10, 0, 2, 508, 0, 0, 0, 0, 0, 0}, /* DriftCheckModelDataQuality */
    {10, 0, 4, 510, 0, 0, 0, 0, 0, 0}, /* EMRServerlessStepMetadata */
    {10, 0, 4, 514, 0, 0, 0, 0, 0, 0}, /* EMRStepMetadata */
    {10, 0, 4, 518, 0, 0, 0, 0, 0, 0}, /* Ec2CapacityReservation */
    {8, 0, 0, 0, 160, 0, 0, 0, 0, 0}, /* Ec2CapacityReservationsList */
    {5, 0, 0, 0, 0, 0, 0, 0, 0, 0}, /* EnableCapture */
    {10, 0, 12, 522, 0, 0, 0, 0, 0, 0}, /* Endpoint */
    {10, 0, 11, 534, 0, 0, 0, 0, 0, 0}, /* EndpointInput */
    {0, 3, 0, 0, 0, 0, 5907, 0, 0, 1024}, /* EntityDescription */
    {0, 3, 0, 0, 0, 0, 2143, 0, 1, 63}, /* EntityName */
    {0, 3, 0, 0, 0, 0, 5941, 0, 0, 1024}, /* EnvironmentKey */
    {9, 3, 0, 0, 19, 167, 0, 0, 0, 100}, /* EnvironmentMap */
    {0, 4, 3, 5964, 0, 0, 0, 0, 0, 0}, /* EvaluationType */
    {0, 0, 0, 0, 0, 0, 0, 0, 0, 0}, /* EvaluatorArn */
    {10, 0, 10, 545, 0, 0, 0, 0, 0, 0}, /* Experiment */
    {10, 0, 4, 555, 0, 0, 0, 0, 0, 0}, /* ExperimentConfig */
    {0, 3, 0, 0, 0, 0, 0, 0, 0, 3072}, /* ExperimentDescription */
    {0, 3, 0, 0, 0, 0, 6057, 0, 1, 120}, /* ExperimentEntityName */
    {0, 3, 0, 0, 0, 0, 6091, 0, 1, 256}, /* ExperimentEntityNameOrArn */
    {10, 0, 2, 559, 0, 0, 0, 0, 0, 0}, /* ExperimentSource */
    {8, 0, 0, 0, 178, 0, 0, 0, 0, 0}, /* ExperimentSummaries */
    {10, 0, 6, 561, 0, 0, 0, 0, 0, 0}, /* ExperimentSummary */
    {10, 0, 1, 567, 0, 0, 0, 0, 0, 0}, /* Explainability */
    {10, 0, 1, 568, 0, 0, 0, 0, 0, 0}, /* FailStepMetadata */
    {10, 0, 4, 569, 0, 0, 0, 0, 0, 0}, /* FeatureDefinition */
    {8, 0, 0, 0, 181, 0, 0, 0, 0, 0}, /* FeatureDefinitions */
    {10, 0, 16, 573, 0, 0, 0, 0, 0, 0}, /* FeatureGroup */
    {0, 3, 0, 0, 0, 0, 6537, 0, 1, 64}, /* FeatureGroupName */
    {10, 0, 8, 589, 0, 0, 0, 0, 0, 0}, /* FeatureMetadata */
    {10, 0, 3, 597, 0, 0, 0, 0, 0, 0}, /* FileSource */
    {0, 4, 2, 6587, 0, 0, 0, 0, 0, 0}, /* FileSystemAccessMode */
    {10, 0, 4, 600, 0, 0, 0, 0, 0, 0}, /* FileSystemDataSource */
    {0, 3, 0, 0, 0, 0, 6656, 0, 11, 21}, /* FileSystemId */
    {0, 4, 2, 6674, 0, 0, 0, 0, 0, 0}, /* FileSystemType */
    {10, 0, 3, 604, 0, 0, 0, 0, 0, 0}, /* Filter */
    {8, 3, 0, 0, 191, 0, 0, 0, 1, 20}, /* FilterList */
    {0, 3, 0, 0, 0, 0, 921, 0, 1, 1024}, /* FilterValue */
    {10, 0, 3, 607, 0, 0, 0, 0, 0, 0}, /* FinalHyperParameterTuningJobObjectiveMetric */
    {8, 0, 0, 0, 292, 0, 0, 0, 0, 0}, /* FinalMetricDataList */
    {3, 0, 0, 0, 0, 0, 0, 0, 0, 0}, /* Float */
    {10, 0, 2, 610, 0, 0, 0, 0, 0, 0}, /* ForEachSelectorResult */
    {10, 0, 7, 612, 0, 0, 0, 0, 0, 0}, /* ForEachStepMetadata */
    {10, 0, 1, 619, 0, 0, 0, 0, 0, 0}, /* HubAccessConfig */
    {10, 0, 23, 620, 0, 0, 0, 0, 0, 0}, /* HubContent */
    {10, 0, 2, 643, 0, 0, 0, 0, 0, 0}, /* HubContentDependency */
    {8, 0, 0, 0, 201, 0, 0, 0, 0, 0}, /* HubContentDependencyList */
    {10, 0, 2, 645, 0, 0, 0, 0, 0, 0}, /* HubContentStepMetadata */
    {0, 3, 0, 0, 0, 0, 7126, 0, 5, 14}, /* HubContentVersion */
    {0, 3, 0, 0, 0, 0, 7150, 0, 0, 2048}, /* HubDataSetArn */
    {10, 0, 4, 647, 0, 0, 0, 0, 0, 0}, /* HyperParameterAlgorithmSpecification */
    {10, 0, 18, 651, 0, 0, 0, 0, 0, 0}, /* HyperParameterTrainingJobDefinition */
    {8, 0, 0, 0, 207, 0, 0, 0, 0, 0}, /* HyperParameterTrainingJobDefinitions */
    {9, 0, 0, 0, 2, 2, 0, 0, 0, 0}, /* HyperParameterTrainingJobEnvironmentMap */
    {10, 0, 12, 669, 0, 0, 0, 0, 0, 0}, /* HyperParameterTrainingJobSummary */
    {10, 0, 3, 681, 0, 0, 0, 0, 0, 0}, /* HyperParameterTuningInstanceConfig */
    {8, 0, 0, 0, 211, 0, 0, 0, 0, 0}, /* HyperParameterTuningInstanceConfigs */
    {10, 0, 2, 684, 0, 0, 0, 0, 0, 0}, /* HyperParameterTuningJobCompletionDetails */
    {10, 0, 8, 686, 0, 0, 0, 0, 0, 0}, /* HyperParameterTuningJobConfig */
    {10, 0, 1, 694, 0, 0, 0, 0, 0, 0}, /* HyperParameterTuningJobConsumedResources */
    {10, 0, 2, 695, 0, 0, 0, 0, 0, 0}, /* HyperParameterTuningJobObjective */
    {10, 0, 18, 697, 0, 0, 0, 0, 0, 0}, /* HyperParameterTuningJobSearchEntity */
    {10, 0, 1, 715, 0, 0, 0, 0, 0, 0}, /* HyperParameterTuningJobStrategyConfig */
    {10, 0, 2, 716, 0, 0, 0, 0, 0, 0}, /* HyperParameterTuningJobWarmStartConfig */
    {10, 0, 6, 718, 0, 0, 0, 0, 0, 0}, /* HyperParameterTuningResourceConfig */
    {0, 3, 0, 0, 0, 0, 0, 0, 0, 2500}, /* HyperParameterValue */
    {9, 3, 0, 0, 221, 4, 0, 0, 0, 100}, /* HyperParameters */
    {10, 0, 2, 724, 0, 0, 0, 0, 0, 0}, /* HyperbandStrategyConfig */
    {10, 0, 3, 726, 0, 0, 0, 0, 0, 0}, /* IamIdentity */
    {0, 3, 0, 0, 0, 0, 0, 0, 32, 128}, /* IdempotencyToken */
    {10, 0, 2, 729, 0, 0, 0, 0, 0, 0}, /* ImageConfig */
    {0, 4, 2, 8360, 0, 0, 0, 0, 0, 0}, /* IncludedData */
    {10, 0, 1, 731, 0, 0, 0, 0, 0, 0}, /* InferenceExecutionConfig */
    {0, 4, 2, 8381, 0, 0, 0, 0, 0, 0}, /* InferenceExecutionMode */
    {10, 0, 5, 732, 0, 0, 0, 0, 0, 0}, /* InferenceSpecification */
    {10, 0, 1, 737, 0, 0, 0, 0, 0, 0}, /* InfraCheckConfig */
    {8, 3, 0, 0, 58, 0, 0, 0, 1, 20}, /* InputDataConfig */
    {0, 4, 2, 8412, 0, 0, 0, 0, 0, 0}, /* InputMode */
    {10, 0, 3, 738, 0, 0, 0, 0, 0, 0}, /* InstanceGroup */
    {0, 3, 0, 0, 0, 0, 921, 0, 1, 64}, /* InstanceGroupName */
    {8, 3, 0, 0, 235, 0, 0, 0, 0, 5}, /* InstanceGroupNames */
    {8, 3, 0, 0, 234, 0, 0, 0, 0, 5}, /* InstanceGroups */
    {10, 0, 2, 741, 0, 0, 0, 0, 0, 0}, /* InstancePlacementConfig */
    {10, 0, 2, 743, 0, 0, 0, 0, 0, 0}, /* InstancePoolSummary */
    {8, 0, 0, 0, 239, 0, 0, 0, 0, 0}, /* InstancePoolSummaryList */
    {10, 0, 3, 745, 0, 0, 0, 0, 0, 0}, /* InstancePreference */
    {8, 3, 0, 0, 241, 0, 0, 0, 1, 5}, /* InstancePreferenceList */
    {10, 0, 3, 748, 0, 0, 0, 0, 0, 0}, /* IterationContext */
    {10, 0, 14, 751, 0, 0, 0, 0, 0, 0}, /* Job */
    {10, 0, 4, 765, 0, 0, 0, 0, 0, 0}, /* JobSecondaryStatusTransition */
    {8, 0, 0, 0, 245, 0, 0, 0, 0, 0}, /* JobSecondaryStatusTransitions */
    {1, 3, 0, 0, 0, 0, 0, 0, 0, 21600}, /* KeepAlivePeriodInSeconds */
    {0, 3, 0, 0, 0, 0, 8619, 0, 0, 2048}, /* KmsKeyId */
    {10, 0, 2, 769, 0, 0, 0, 0, 0, 0}, /* LambdaStepMetadata */
    {6, 0, 0, 0, 0, 0, 0, 0, 0, 0}, /* LastModifiedTime */
    {10, 0, 2, 771, 0, 0, 0, 0, 0, 0}, /* LastUpdateStatus */
    {10, 0, 4, 773, 0, 0, 0, 0, 0, 0}, /* LineageMetadata */
    {10, 0, 6, 777, 0, 0, 0, 0, 0, 0}, /* ListExperimentsRequest */
    {10, 0, 2, 783, 0, 0, 0, 0, 0, 0}, /* ListExperimentsResponse */
    {10, 0, 8, 785, 0, 0, 0, 0, 0, 0}, /* ListModelPackageGroupsInput */
    {10, 0, 2, 793, 0, 0, 0, 0, 0, 0}, /* ListModelPackageGroupsOutput */
    {10, 0, 10, 795, 0, 0, 0, 0, 0, 0}, /* ListModelPackagesInput */
    {10, 0, 2, 805, 0, 0, 0, 0, 0, 0}, /* ListModelPackagesOutput */
    {10, 0, 7, 807, 0, 0, 0, 0, 0, 0}, /* ListModelsInput */
    {10, 0, 2, 814, 0, 0, 0, 0, 0, 0}, /* ListModelsOutput */
    {10, 0, 4, 816, 0, 0, 0, 0, 0, 0}, /* ListPipelineExecutionStepsRequest */
    {10, 0, 2, 820, 0, 0, 0, 0, 0, 0}, /* ListPipelineExecutionStepsResponse */
    {10, 0, 8, 822, 0, 0, 0, 0, 0, 0}, /* ListPipelineExecutionsRequest */
    {10, 0, 2, 830, 0, 0, 0, 0, 0, 0}, /* ListPipelineExecutionsResponse */
    {10, 0, 3, 832, 0, 0, 0, 0, 0, 0}, /* ListPipelineParametersForExecutionRequest */
    {10, 0, 2, 835, 0, 0, 0, 0, 0, 0}, /* ListPipelineParametersForExecutionResponse */
    {10, 0, 6, 837, 0, 0, 0, 0, 0, 0}, /* ListPipelineVersionsRequest */
    {10, 0, 2, 843, 0, 0, 0, 0, 0, 0}, /* ListPipelineVersionsResponse */
    {10, 0, 8, 845, 0, 0, 0, 0, 0, 0}, /* ListPipelinesRequest */
    {10, 0, 2, 853, 0, 0, 0, 0, 0, 0}, /* ListPipelinesResponse */
    {10, 0, 10, 855, 0, 0, 0, 0, 0, 0}, /* ListProcessingJobsRequest */
    {10, 0, 2, 865, 0, 0, 0, 0, 0, 0}, /* ListProcessingJobsResponse */
    {10, 0, 3, 867, 0, 0, 0, 0, 0, 0}, /* ListTagsInput */
    {1, 1, 0, 0, 0, 0, 0, 0, 50, 0}, /* ListTagsMaxResults */
    {10, 0, 2, 870, 0, 0, 0, 0, 0, 0}, /* ListTagsOutput */
    {10, 0, 12, 872, 0, 0, 0, 0, 0, 0}, /* ListTrainingJobsRequest */
    {10, 0, 2, 884, 0, 0, 0, 0, 0, 0}, /* ListTrainingJobsResponse */
    {10, 0, 9, 886, 0, 0, 0, 0, 0, 0}, /* ListTrialComponentsRequest */
    {10, 0, 2, 895, 0, 0, 0, 0, 0, 0}, /* ListTrialComponentsResponse */
    {10, 0, 8, 897, 0, 0, 0, 0, 0, 0}, /* ListTrialsRequest */
    {10, 0, 2, 905, 0, 0, 0, 0, 0, 0}, /* ListTrialsResponse */
    {10, 0, 2, 907, 0, 0, 0, 0, 0, 0}, /* MLflowConfiguration */
    {10, 0, 1, 909, 0, 0, 0, 0, 0, 0}, /* ManagedConfiguration */
    {0, 4, 1, 9301, 0, 0, 0, 0, 0, 0}, /* ManagedStorageType */
    {1, 1, 0, 0, 0, 0, 0, 0, 0, 0}, /* MaxConcurrentTransforms */
    {1, 1, 0, 0, 0, 0, 0, 0, 1, 0}, /* MaxParallelExecutionSteps */
    {1, 3, 0, 0, 0, 0, 0, 0, 1800, 2419200}, /* MaxPendingTimeInSeconds */
    {1, 3, 0, 0, 0, 0, 0, 0, 1, 100}, /* MaxResults */
    {1, 3, 0, 0, 0, 0, 0, 0, 1, 30}, /* MaximumRetryAttempts */
    {0, 3, 0, 0, 0, 0, 9312, 0, 0, 64}, /* MediaType */
    {10, 0, 4, 910, 0, 0, 0, 0, 0, 0}, /* MetadataProperties */
    {10, 0, 3, 914, 0, 0, 0, 0, 0, 0}, /* MetricData */
    {10, 0, 2, 917, 0, 0, 0, 0, 0, 0}, /* MetricDefinition */
    {8, 3, 0, 0, 293, 0, 0, 0, 0, 40}, /* MetricDefinitionList */
    {0, 3, 0, 0, 0, 0, 921, 0, 1, 255}, /* MetricName */
    {1, 0, 0, 0, 0, 0, 0, 0, 0, 0}, /* MetricPublishFrequencyInSeconds */
    {0, 3, 0, 0, 0, 0, 921, 0, 1, 500}, /* MetricRegex */
    {10, 0, 2, 919, 0, 0, 0, 0, 0, 0}, /* MetricsEndpoint */
    {8, 3, 0, 0, 298, 0, 0, 0, 0, 1}, /* MetricsEndpointList */
    {0, 3, 0, 0, 0, 0, 9438, 0, 0, 256}, /* MetricsEndpointPath */
    {10, 0, 3, 921, 0, 0, 0, 0, 0, 0}, /* MetricsSource */
    {0, 3, 0, 0, 0, 0, 9467, 0, 0, 2048}, /* MlFlowResourceArn */
    {10, 0, 3, 924, 0, 0, 0, 0, 0, 0}, /* MlflowConfig */
    {10, 0, 2, 927, 0, 0, 0, 0, 0, 0}, /* MlflowDetails */
    {10, 0, 11, 929, 0, 0, 0, 0, 0, 0}, /* Model */
    {10, 0, 1, 940, 0, 0, 0, 0, 0, 0}, /* ModelAccessConfig */
    {0, 4, 3, 9592, 0, 0, 0, 0, 0, 0}, /* ModelApprovalStatus */
    {10, 0, 1, 941, 0, 0, 0, 0, 0, 0}, /* ModelArtifacts */
    {0, 4, 2, 9649, 0, 0, 0, 0, 0, 0}, /* ModelCacheSetting */
    {10, 0, 14, 942, 0, 0, 0, 0, 0, 0}, /* ModelCard */
    {0, 3, 0, 0, 0, 0, 0, 0, 0, 100000}, /* ModelCardContent */
    {10, 0, 1, 956, 0, 0, 0, 0, 0, 0}, /* ModelCardSecurityConfig */
    {0, 4, 4, 9753, 0, 0, 0, 0, 0, 0}, /* ModelCardStatus */
    {10, 0, 2, 957, 0, 0, 0, 0, 0, 0}, /* ModelClientConfig */
    {10, 0, 5, 959, 0, 0, 0, 0, 0, 0}, /* ModelDashboardEndpoint */
    {8, 0, 0, 0, 315, 0, 0, 0, 0, 0}, /* ModelDashboardEndpoints */
    {10, 0, 1, 964, 0, 0, 0, 0, 0, 0}, /* ModelDashboardIndicatorAction */
    {10, 0, 5, 965, 0, 0, 0, 0, 0, 0}, /* ModelDashboardModel */
    {10, 0, 12, 970, 0, 0, 0, 0, 0, 0}, /* ModelDashboardModelCard */
    {10, 0, 12, 982, 0, 0, 0, 0, 0, 0}, /* ModelDashboardMonitoringSchedule */
    {8, 0, 0, 0, 320, 0, 0, 0, 0, 0}, /* ModelDashboardMonitoringSchedules */
    {10, 0, 1, 994, 0, 0, 0, 0, 0, 0}, /* ModelDataSource */
    {10, 0, 1, 995, 0, 0, 0, 0, 0, 0}, /* ModelInput */
    {10, 0, 3, 996, 0, 0, 0, 0, 0, 0}, /* ModelLifeCycle */
    {10, 0, 4, 999, 0, 0, 0, 0, 0, 0}, /* ModelMetrics */
    {0, 3, 0, 0, 0, 0, 10102, 0, 0, 63}, /* ModelName */
    {0, 3, 0, 0, 0, 0, 1869, 0, 0, 63}, /* ModelNameContains */
    {10, 0, 32, 1003, 0, 0, 0, 0, 0, 0}, /* ModelPackage */
    {0, 3, 0, 0, 0, 0, 10142, 0, 1, 2048}, /* ModelPackageArn */
    {10, 0, 2, 1035, 0, 0, 0, 0, 0, 0}, /* ModelPackageConfig */
    {10, 0, 16, 1037, 0, 0, 0, 0, 0, 0}, /* ModelPackageContainerDefinition */
    {8, 3, 0, 0, 331, 0, 0, 0, 1, 15}, /* ModelPackageContainerDefinitionList */
    {0, 3, 0, 0, 0, 0, 10381, 0, 3, 10}, /* ModelPackageFrameworkVersion */
    {10, 0, 7, 1053, 0, 0, 0, 0, 0, 0}, /* ModelPackageGroup */
    {0, 3, 0, 0, 0, 0, 10403, 0, 1, 2048}, /* ModelPackageGroupArn */
    {0, 4, 2, 10489, 0, 0, 0, 0, 0, 0}, /* ModelPackageGroupSortBy */
    {10, 0, 6, 1060, 0, 0, 0, 0, 0, 0}, /* ModelPackageGroupSummary */
    {8, 0, 0, 0, 337, 0, 0, 0, 0, 0}, /* ModelPackageGroupSummaryList */
    {10, 0, 2, 1066, 0, 0, 0, 0, 0, 0}, /* ModelPackageModelCard */
    {0, 4, 2, 10524, 0, 0, 0, 0, 0, 0}, /* ModelPackageRegistrationType */
    {10, 0, 1, 1068, 0, 0, 0, 0, 0, 0}, /* ModelPackageSecurityConfig */
    {0, 3, 0, 0, 0, 0, 10542, 0, 0, 1024}, /* ModelPackageSourceUri */
    {10, 0, 2, 1069, 0, 0, 0, 0, 0, 0}, /* ModelPackageStatusDetails */
    {10, 0, 3, 1071, 0, 0, 0, 0, 0, 0}, /* ModelPackageStatusItem */
    {8, 0, 0, 0, 344, 0, 0, 0, 0, 0}, /* ModelPackageStatusItemList */
    {10, 0, 10, 1074, 0, 0, 0, 0, 0, 0}, /* ModelPackageSummary */
    {8, 0, 0, 0, 346, 0, 0, 0, 0, 0}, /* ModelPackageSummaryList */
    {0, 4, 3, 10615, 0, 0, 0, 0, 0, 0}, /* ModelPackageType */
    {10, 0, 2, 1084, 0, 0, 0, 0, 0, 0}, /* ModelPackageValidationProfile */
    {8, 3, 0, 0, 349, 0, 0, 0, 0, 1}, /* ModelPackageValidationProfiles */
    {10, 0, 2, 1086, 0, 0, 0, 0, 0, 0}, /* ModelPackageValidationSpecification */
    {10, 0, 1, 1088, 0, 0, 0, 0, 0, 0}, /* ModelStepMetadata */
    {10, 0, 3, 1089, 0, 0, 0, 0, 0, 0}, /* ModelSummary */
    {8, 0, 0, 0, 353, 0, 0, 0, 0, 0}, /* ModelSummaryList */
    {10, 0, 1, 1092, 0, 0, 0, 0, 0, 0}, /* MonitoringAlertActions */
    {10, 0, 7, 1093, 0, 0, 0, 0, 0, 0}, /* MonitoringAlertSummary */
    {8, 0, 0, 0, 356, 0, 0, 0, 0, 0}, /* MonitoringAlertSummaryList */
    {10, 0, 5, 1100, 0, 0, 0, 0, 0, 0}, /* MonitoringAppSpecification */
    {10, 0, 3, 1105, 0, 0, 0, 0, 0, 0}, /* MonitoringBaselineConfig */
    {10, 0, 4, 1108, 0, 0, 0, 0, 0, 0}, /* MonitoringClusterConfig */
    {10, 0, 1, 1112, 0, 0, 0, 0, 0, 0}, /* MonitoringConstraintsResource */
    {10, 0, 1, 1113, 0, 0, 0, 0, 0, 0}, /* MonitoringCsvDatasetFormat */
    {10, 0, 3, 1114, 0, 0, 0, 0, 0, 0}, /* MonitoringDatasetFormat */
    {9, 0, 0, 0, 4, 434, 0, 0, 0, 0}, /* MonitoringEnvironmentMap */
    {10, 0, 10, 1117, 0, 0, 0, 0, 0, 0}, /* MonitoringExecutionSummary */
    {10, 0, 2, 1127, 0, 0, 0, 0, 0, 0}, /* MonitoringInput */
    {8, 0, 0, 0, 366, 0, 0, 0, 0, 0}, /* MonitoringInputs */
    {10, 0, 9, 1129, 0, 0, 0, 0, 0, 0}, /* MonitoringJobDefinition */
    {10, 0, 1, 1138, 0, 0, 0, 0, 0, 0}, /* MonitoringJsonDatasetFormat */
    {10, 0, 1, 1139, 0, 0, 0, 0, 0, 0}, /* MonitoringOutput */
    {10, 0, 2, 1140, 0, 0, 0, 0, 0, 0}, /* MonitoringOutputConfig */
    {8, 0, 0, 0, 370, 0, 0, 0, 0, 0}, /* MonitoringOutputs */
    {10, 0, 1, 1142, 0, 0, 0, 0, 0, 0}, /* MonitoringResources */
    {10, 0, 3, 1143, 0, 0, 0, 0, 0, 0}, /* MonitoringS3Output */
    {10, 0, 11, 1146, 0, 0, 0, 0, 0, 0}, /* MonitoringSchedule */
    {10, 0, 4, 1157, 0, 0, 0, 0, 0, 0}, /* MonitoringScheduleConfig */
    {8, 0, 0, 0, 375, 0, 0, 0, 0, 0}, /* MonitoringScheduleList */
    {10, 0, 1, 1161, 0, 0, 0, 0, 0, 0}, /* MonitoringStoppingCondition */
    {10, 0, 1, 1162, 0, 0, 0, 0, 0, 0}, /* MultiModelConfig */
    {0, 3, 0, 0, 0, 0, 11271, 0, 0, 63}, /* NameContains */
    {10, 0, 2, 1163, 0, 0, 0, 0, 0, 0}, /* NestedFilters */
    {8, 3, 0, 0, 381, 0, 0, 0, 1, 20}, /* NestedFiltersList */
    {10, 0, 3, 1165, 0, 0, 0, 0, 0, 0}, /* NetworkConfig */
    {0, 3, 0, 0, 0, 0, 0, 0, 0, 8192}, /* NextToken */
    {10, 0, 3, 1168, 0, 0, 0, 0, 0, 0}, /* ObjectiveStatusCounters */
    {10, 0, 4, 1171, 0, 0, 0, 0, 0, 0}, /* OfflineStoreConfig */
    {10, 0, 2, 1175, 0, 0, 0, 0, 0, 0}, /* OfflineStoreStatus */
    {10, 0, 4, 1177, 0, 0, 0, 0, 0, 0}, /* OnlineStoreConfig */
    {0, 4, 10, 11465, 0, 0, 0, 0, 0, 0}, /* Operator */
    {4, 0, 0, 0, 0, 0, 0, 0, 0, 0}, /* OptionalDouble */
    {0, 4, 2, 11571, 0, 0, 0, 0, 0, 0}, /* OrderKey */
    {0, 4, 2, 11592, 0, 0, 0, 0, 0, 0}, /* OutputCompressionType */
    {10, 0, 3, 1181, 0, 0, 0, 0, 0, 0}, /* OutputDataConfig */
    {10, 0, 2, 1184, 0, 0, 0, 0, 0, 0}, /* OutputParameter */
    {8, 0, 0, 0, 394, 0, 0, 0, 0, 0}, /* OutputParameterList */
    {10, 0, 1, 1186, 0, 0, 0, 0, 0, 0}, /* ParallelismConfiguration */
    {10, 0, 2, 1187, 0, 0, 0, 0, 0, 0}, /* Parameter */
    {8, 3, 0, 0, 397, 0, 0, 0, 0, 200}, /* ParameterList */
    {10, 0, 4, 1189, 0, 0, 0, 0, 0, 0}, /* ParameterRanges */
    {10, 0, 2, 1193, 0, 0, 0, 0, 0, 0}, /* Parent */
    {10, 0, 1, 1195, 0, 0, 0, 0, 0, 0}, /* ParentHyperParameterTuningJob */
    {8, 0, 0, 0, 401, 0, 0, 0, 0, 0}, /* ParentHyperParameterTuningJobs */
    {8, 0, 0, 0, 400, 0, 0, 0, 0, 0}, /* Parents */
    {0, 4, 1, 11723, 0, 0, 0, 0, 0, 0}, /* Peft */
    {10, 0, 13, 1196, 0, 0, 0, 0, 0, 0}, /* Pipeline */
    {0, 3, 0, 0, 0, 0, 11728, 0, 0, 2048}, /* PipelineArn */
    {0, 3, 0, 0, 0, 0, 0, 0, 1, 1048576}, /* PipelineDefinition */
    {10, 0, 3, 1209, 0, 0, 0, 0, 0, 0}, /* PipelineDefinitionS3Location */
    {10, 0, 16, 1212, 0, 0, 0, 0, 0, 0}, /* PipelineExecution */
    {0, 3, 0, 0, 0, 0, 11821, 0, 0, 2048}, /* PipelineExecutionArn */
    {0, 3, 0, 0, 0, 0, 11897, 0, 1, 82}, /* PipelineExecutionName */
    {10, 0, 12, 1228, 0, 0, 0, 0, 0, 0}, /* PipelineExecutionStep */
    {8, 0, 0, 0, 412, 0, 0, 0, 0, 0}, /* PipelineExecutionStepList */
    {10, 0, 28, 1240, 0, 0, 0, 0, 0, 0}, /* PipelineExecutionStepMetadata */
    {10, 0, 7, 1268, 0, 0, 0, 0, 0, 0}, /* PipelineExecutionSummary */
    {8, 0, 0, 0, 415, 0, 0, 0, 0, 0}, /* PipelineExecutionSummaryList */
    {10, 0, 2, 1275, 0, 0, 0, 0, 0, 0}, /* PipelineExperimentConfig */
    {0, 4, 2, 12421, 0, 0, 0, 0, 0, 0}, /* PipelineManagedBy */
    {0, 3, 0, 0, 0, 0, 12434, 0, 1, 256}, /* PipelineName */
    {0, 3, 0, 0, 0, 0, 12468, 0, 1, 2048}, /* PipelineNameOrArn */
    {0, 3, 0, 0, 0, 0, 12572, 0, 1, 256}, /* PipelineParameterName */
    {10, 0, 8, 1277, 0, 0, 0, 0, 0, 0}, /* PipelineSummary */
    {8, 0, 0, 0, 422, 0, 0, 0, 0, 0}, /* PipelineSummaryList */
    {10, 0, 12, 1285, 0, 0, 0, 0, 0, 0}, /* PipelineVersion */
    {0, 3, 0, 0, 0, 0, 12716, 0, 1, 128}, /* PipelineVersionAlias */
    {8, 3, 0, 0, 425, 0, 0, 0, 0, 10}, /* PipelineVersionAliasList */
    {2, 1, 0, 0, 0, 0, 0, 0, 1, 0}, /* PipelineVersionId */
    {10, 0, 7, 1297, 0, 0, 0, 0, 0, 0}, /* PipelineVersionSummary */
    {8, 0, 0, 0, 428, 0, 0, 0, 0, 0}, /* PipelineVersionSummaryList */
    {10, 0, 2, 1304, 0, 0, 0, 0, 0, 0}, /* PlacementSpecification */
    {8, 3, 0, 0, 430, 0, 0, 0, 0, 10}, /* PlacementSpecifications */
    {10, 0, 2, 1306, 0, 0, 0, 0, 0, 0}, /* PrefixAwareRoutingConfig */
    {10, 0, 7, 1308, 0, 0, 0, 0, 0, 0}, /* ProcessingClusterConfig */
    {0, 3, 0, 0, 0, 0, 5941, 0, 0, 256}, /* ProcessingEnvironmentKey */
    {9, 3, 0, 0, 4, 434, 0, 0, 0, 100}, /* ProcessingEnvironmentMap */
    {10, 0, 1, 1315, 0, 0, 0, 0, 0, 0}, /* ProcessingFeatureStoreOutput */
    {10, 0, 4, 1316, 0, 0, 0, 0, 0, 0}, /* ProcessingInput */
    {8, 3, 0, 0, 437, 0, 0, 0, 0, 10}, /* ProcessingInputs */
    {10, 0, 2, 1320, 0, 0, 0, 0, 0, 0}, /* ProcessingInstancePreference */
    {8, 3, 0, 0, 439, 0, 0, 0, 1, 5}, /* ProcessingInstancePreferenceList */
    {0, 4, 207, 12931, 0, 0, 0, 0, 0, 0}, /* ProcessingInstanceType */
    {10, 0, 22, 1322, 0, 0, 0, 0, 0, 0}, /* ProcessingJob */
    {0, 4, 5, 16176, 0, 0, 0, 0, 0, 0}, /* ProcessingJobStatus */
    {8, 0, 0, 0, 445, 0, 0, 0, 0, 0}, /* ProcessingJobSummaries */
    {10, 0, 8, 1344, 0, 0, 0, 0, 0, 0}, /* ProcessingJobSummary */
    {1, 3, 0, 0, 0, 0, 0, 0, 1, 777600}, /* ProcessingMaxRuntimeInSeconds */
    {10, 0, 4, 1352, 0, 0, 0, 0, 0, 0}, /* ProcessingOutput */
    {10, 0, 2, 1356, 0, 0, 0, 0, 0, 0}, /* ProcessingOutputConfig */
    {8, 3, 0, 0, 447, 0, 0, 0, 0, 10}, /* ProcessingOutputs */
    {10, 0, 1, 1358, 0, 0, 0, 0, 0, 0}, /* ProcessingResources */
    {0, 4, 2, 16259, 0, 0, 0, 0, 0, 0}, /* ProcessingS3DataType */
    {10, 0, 6, 1359, 0, 0, 0, 0, 0, 0}, /* ProcessingS3Input */
    {10, 0, 3, 1365, 0, 0, 0, 0, 0, 0}, /* ProcessingS3Output */
    {0, 4, 2, 16327, 0, 0, 0, 0, 0, 0}, /* ProcessingS3UploadMode */
    {10, 0, 1, 1368, 0, 0, 0, 0, 0, 0}, /* ProcessingStoppingCondition */
    {1, 3, 0, 0, 0, 0, 0, 0, 1, 16384}, /* ProcessingVolumeSizeInGB */
    {0, 3, 0, 0, 0, 0, 16347, 0, 0, 256}, /* ProductId */
    {10, 0, 6, 1369, 0, 0, 0, 0, 0, 0}, /* ProductionVariantCapacityReservationSummary */
    {0, 4, 277, 16446, 0, 0, 0, 0, 0, 0}, /* ProductionVariantInstanceType */
    {10, 0, 4, 1375, 0, 0, 0, 0, 0, 0}, /* ProductionVariantManagedInstanceScaling */
    {10, 0, 3, 1379, 0, 0, 0, 0, 0, 0}, /* ProductionVariantManagedInstanceScalingScaleInPolicy */
    {10, 0, 2, 1382, 0, 0, 0, 0, 0, 0}, /* ProductionVariantRoutingConfig */
    {10, 0, 3, 1384, 0, 0, 0, 0, 0, 0}, /* ProductionVariantServerlessConfig */
    {10, 0, 3, 1387, 0, 0, 0, 0, 0, 0}, /* ProductionVariantStatus */
    {8, 0, 0, 0, 464, 0, 0, 0, 0, 0}, /* ProductionVariantStatusList */
    {10, 0, 14, 1390, 0, 0, 0, 0, 0, 0}, /* ProductionVariantSummary */
    {8, 0, 0, 0, 466, 0, 0, 0, 0, 0}, /* ProductionVariantSummaryList */
    {10, 0, 4, 1404, 0, 0, 0, 0, 0, 0}, /* ProfilerConfig */
    {2, 0, 0, 0, 0, 0, 0, 0, 0, 0}, /* ProfilingIntervalInMilliseconds */
    {10, 0, 13, 1408, 0, 0, 0, 0, 0, 0}, /* Project */
    {10, 0, 10, 1421, 0, 0, 0, 0, 0, 0}, /* QualityCheckStepMetadata */
    {10, 0, 3, 1431, 0, 0, 0, 0, 0, 0}, /* RealTimeInferenceRecommendation */
    {8, 0, 0, 0, 472, 0, 0, 0, 0, 0}, /* RealTimeInferenceRecommendations */
    {8, 0, 0, 0, 459, 0, 0, 0, 0, 0}, /* RealtimeInferenceInstanceTypes */
    {0, 4, 2, 21355, 0, 0, 0, 0, 0, 0}, /* RecordWrapper */
    {0, 3, 0, 0, 0, 0, 0, 0, 1, 63}, /* RedshiftClusterId */
    {0, 3, 0, 0, 0, 0, 0, 0, 1, 64}, /* RedshiftDatabase */
    {10, 0, 9, 1434, 0, 0, 0, 0, 0, 0}, /* RedshiftDatasetDefinition */
    {0, 4, 5, 21391, 0, 0, 0, 0, 0, 0}, /* RedshiftResultCompressionType */
    {0, 4, 2, 21419, 0, 0, 0, 0, 0, 0}, /* RedshiftResultFormat */
    {0, 3, 0, 0, 0, 0, 0, 0, 1, 128}, /* RedshiftUserName */
    {10, 0, 1, 1443, 0, 0, 0, 0, 0, 0}, /* RemoteDebugConfig */
    {0, 4, 2, 21449, 0, 0, 0, 0, 0, 0}, /* RepositoryAccessMode */
    {10, 0, 1, 1444, 0, 0, 0, 0, 0, 0}, /* RepositoryAuthConfig */
    {0, 3, 0, 0, 0, 0, 0, 0, 1, 2048}, /* RepositoryCredentialsProviderArn */
    {0, 3, 0, 0, 0, 0, 21495, 0, 0, 256}, /* ResourceArn */
    {10, 0, 11, 1445, 0, 0, 0, 0, 0, 0}, /* ResourceConfig */
    {10, 0, 3, 1456, 0, 0, 0, 0, 0, 0}, /* ResourceLimits */
    {0, 4, 20, 21672, 0, 0, 0, 0, 0, 0}, /* ResourceType */
    {0, 3, 0, 0, 0, 0, 21930, 0, 0, 1024}, /* ResponseMIMEType */
    {8, 0, 0, 0, 490, 0, 0, 0, 0, 0}, /* ResponseMIMETypes */
    {10, 0, 3, 1459, 0, 0, 0, 0, 0, 0}, /* RetryPipelineExecutionRequest */
    {10, 0, 1, 1462, 0, 0, 0, 0, 0, 0}, /* RetryPipelineExecutionResponse */
    {10, 0, 1, 1463, 0, 0, 0, 0, 0, 0}, /* RetryStrategy */
    {0, 3, 0, 0, 0, 0, 21962, 0, 20, 2048}, /* RoleArn */
    {9, 3, 0, 0, 4, 69, 0, 0, 0, 100}, /* RuleParameters */
    {10, 0, 7, 1464, 0, 0, 0, 0, 0, 0}, /* S3DataSource */
    {0, 4, 4, 22138, 0, 0, 0, 0, 0, 0}, /* S3DataType */
    {10, 0, 8, 1471, 0, 0, 0, 0, 0, 0}, /* S3ModelDataSource */
    {0, 4, 2, 22218, 0, 0, 0, 0, 0, 0}, /* S3ModelDataType */
    {0, 3, 0, 0, 0, 0, 22236, 0, 0, 1024}, /* S3ModelUri */
    {10, 0, 3, 1479, 0, 0, 0, 0, 0, 0}, /* S3StorageConfig */
    {10, 0, 3, 1482, 0, 0, 0, 0, 0, 0}, /* ScheduleConfig */
    {10, 0, 4, 1485, 0, 0, 0, 0, 0, 0}, /* SearchExpression */
    {8, 3, 0, 0, 504, 0, 0, 0, 1, 20}, /* SearchExpressionList */
    {10, 0, 18, 1489, 0, 0, 0, 0, 0, 0}, /* SearchRecord */
    {10, 0, 8, 1507, 0, 0, 0, 0, 0, 0}, /* SearchRequest */
    {10, 0, 3, 1515, 0, 0, 0, 0, 0, 0}, /* SearchResponse */
    {8, 0, 0, 0, 506, 0, 0, 0, 0, 0}, /* SearchResultsList */
    {10, 0, 4, 1518, 0, 0, 0, 0, 0, 0}, /* SecondaryStatusTransition */
    {8, 0, 0, 0, 510, 0, 0, 0, 0, 0}, /* SecondaryStatusTransitions */
    {0, 3, 0, 0, 0, 0, 22605, 0, 0, 32}, /* SecurityGroupId */
    {10, 0, 1, 1522, 0, 0, 0, 0, 0, 0}, /* SelectedStep */
    {8, 3, 0, 0, 513, 0, 0, 0, 1, 50}, /* SelectedStepList */
    {10, 0, 2, 1523, 0, 0, 0, 0, 0, 0}, /* SelectiveExecutionConfig */
    {0, 3, 0, 0, 0, 0, 22633, 0, 1, 50}, /* SequenceLength */
    {0, 3, 0, 0, 0, 0, 22638, 0, 1, 2048}, /* ServerlessJobBaseModelArn */
    {10, 0, 8, 1525, 0, 0, 0, 0, 0, 0}, /* ServerlessJobConfig */
    {0, 4, 2, 22905, 0, 0, 0, 0, 0, 0}, /* ServerlessJobType */
    {10, 0, 2, 1533, 0, 0, 0, 0, 0, 0}, /* ServiceCatalogProvisionedProductDetails */
    {10, 0, 4, 1535, 0, 0, 0, 0, 0, 0}, /* ServiceCatalogProvisioningDetails */
    {10, 0, 1, 1539, 0, 0, 0, 0, 0, 0}, /* SessionChainingConfig */
    {10, 0, 1, 1540, 0, 0, 0, 0, 0, 0}, /* ShuffleConfig */
    {0, 4, 2, 23063, 0, 0, 0, 0, 0, 0}, /* SkipModelValidation */
    {0, 4, 3, 23072, 0, 0, 0, 0, 0, 0}, /* SortBy */
    {0, 4, 2, 23097, 0, 0, 0, 0, 0, 0}, /* SortPipelineExecutionsBy */
    {10, 0, 4, 1541, 0, 0, 0, 0, 0, 0}, /* SourceAlgorithm */
    {8, 3, 0, 0, 527, 0, 0, 0, 1, 1}, /* SourceAlgorithmList */
    {10, 0, 1, 1545, 0, 0, 0, 0, 0, 0}, /* SourceAlgorithmSpecification */
    {0, 4, 4, 23148, 0, 0, 0, 0, 0, 0}, /* SplitType */
    {0, 3, 0, 0, 0, 0, 23176, 0, 0, 1024}, /* StageDescription */
    {10, 0, 11, 1546, 0, 0, 0, 0, 0, 0}, /* StartPipelineExecutionRequest */
    {10, 0, 2, 1557, 0, 0, 0, 0, 0, 0}, /* StopPipelineExecutionRequest */
    {10, 0, 3, 1559, 0, 0, 0, 0, 0, 0}, /* StoppingCondition */
    {8, 3, 0, 0, 512, 0, 0, 0, 1, 16}, /* Subnets */
    {10, 0, 2, 1562, 0, 0, 0, 0, 0, 0}, /* Tag */
    {0, 3, 0, 0, 0, 0, 23231, 0, 1, 128}, /* TagKey */
    {8, 3, 0, 0, 537, 0, 0, 0, 1, 50}, /* TagKeyList */
    {8, 3, 0, 0, 536, 0, 0, 0, 0, 50}, /* TagList */
    {0, 3, 0, 0, 0, 0, 23231, 0, 0, 256}, /* TagValue */
    {10, 0, 1, 1564, 0, 0, 0, 0, 0, 0}, /* TemplateProviderDetail */
    {8, 0, 0, 0, 541, 0, 0, 0, 0, 0}, /* TemplateProviderDetailList */
    {10, 0, 2, 1565, 0, 0, 0, 0, 0, 0}, /* TensorBoardOutputConfig */
    {10, 0, 2, 1567, 0, 0, 0, 0, 0, 0}, /* TotalHits */
    {0, 3, 0, 0, 0, 0, 5941, 0, 0, 512}, /* TrainingEnvironmentKey */
    {9, 3, 0, 0, 547, 545, 0, 0, 0, 100}, /* TrainingEnvironmentMap */
    {0, 3, 0, 0, 0, 0, 0, 0, 0, 512}, /* TrainingEnvironmentValue */
    {10, 0, 2, 1569, 0, 0, 0, 0, 0, 0}, /* TrainingImageConfig */
    {0, 4, 3, 23354, 0, 0, 0, 0, 0, 0}, /* TrainingInputMode */
    {0, 4, 225, 23373, 0, 0, 0, 0, 0, 0}, /* TrainingInstanceType */
    {10, 0, 41, 1571, 0, 0, 0, 0, 0, 0}, /* TrainingJob */
    {0, 4, 6, 26921, 0, 0, 0, 0, 0, 0}, /* TrainingJobStatus */
    {10, 0, 5, 1612, 0, 0, 0, 0, 0, 0}, /* TrainingJobStatusCounters */
    {8, 0, 0, 0, 555, 0, 0, 0, 0, 0}, /* TrainingJobSummaries */
    {10, 0, 9, 1617, 0, 0, 0, 0, 0, 0}, /* TrainingJobSummary */
    {0, 3, 0, 0, 0, 0, 27037, 0, 50, 2048}, /* TrainingPlanArn */
    {8, 3, 0, 0, 556, 0, 0, 0, 1, 1}, /* TrainingPlanArnList */
    {10, 0, 4, 1626, 0, 0, 0, 0, 0, 0}, /* TrainingProgressInfo */
    {10, 0, 1, 1630, 0, 0, 0, 0, 0, 0}, /* TrainingRepositoryAuthConfig */
    {0, 3, 0, 0, 0, 0, 27200, 0, 1, 2048}, /* TrainingRepositoryCredentialsProviderArn */
    {0, 3, 0, 0, 0, 0, 27263, 0, 1, 63}, /* TransformAmiVersion */
    {10, 0, 1, 1631, 0, 0, 0, 0, 0, 0}, /* TransformDataSource */
    {0, 3, 0, 0, 0, 0, 27292, 0, 0, 1024}, /* TransformEnvironmentKey */
    {9, 3, 0, 0, 565, 563, 0, 0, 0, 16}, /* TransformEnvironmentMap */
    {0, 3, 0, 0, 0, 0, 0, 0, 0, 10240}, /* TransformEnvironmentValue */
    {10, 0, 4, 1632, 0, 0, 0, 0, 0, 0}, /* TransformInput */
    {0, 4, 116, 27332, 0, 0, 0, 0, 0, 0}, /* TransformInstanceType */
    {8, 1, 0, 0, 567, 0, 0, 0, 1, 0}, /* TransformInstanceTypes */
    {10, 0, 22, 1636, 0, 0, 0, 0, 0, 0}, /* TransformJob */
    {10, 0, 7, 1658, 0, 0, 0, 0, 0, 0}, /* TransformJobDefinition */
    {10, 0, 4, 1665, 0, 0, 0, 0, 0, 0}, /* TransformOutput */
    {10, 0, 4, 1669, 0, 0, 0, 0, 0, 0}, /* TransformResources */
    {10, 0, 2, 1673, 0, 0, 0, 0, 0, 0}, /* TransformS3DataSource */
    {10, 0, 12, 1675, 0, 0, 0, 0, 0, 0}, /* Trial */
    {10, 0, 21, 1687, 0, 0, 0, 0, 0, 0}, /* TrialComponent */
    {10, 0, 2, 1708, 0, 0, 0, 0, 0, 0}, /* TrialComponentArtifact */
    {0, 3, 0, 0, 0, 0, 0, 0, 0, 2048}, /* TrialComponentArtifactValue */
    {9, 3, 0, 0, 576, 579, 0, 0, 0, 60}, /* TrialComponentArtifacts */
    {0, 3, 0, 0, 0, 0, 0, 0, 0, 128}, /* TrialComponentKey128 */
    {0, 3, 0, 0, 0, 0, 0, 0, 0, 320}, /* TrialComponentKey320 */
    {8, 0, 0, 0, 582, 0, 0, 0, 0, 0}, /* TrialComponentMetricSummaries */
    {10, 0, 9, 1710, 0, 0, 0, 0, 0, 0}, /* TrialComponentMetricSummary */
    {10, 0, 2, 1719, 0, 0, 0, 0, 0, 0}, /* TrialComponentParameterValue */
    {9, 3, 0, 0, 583, 580, 0, 0, 0, 300}, /* TrialComponentParameters */
    {8, 0, 0, 0, 586, 0, 0, 0, 0, 0}, /* TrialComponentSimpleSummaries */
    {10, 0, 5, 1721, 0, 0, 0, 0, 0, 0}, /* TrialComponentSimpleSummary */
    {10, 0, 4, 1726, 0, 0, 0, 0, 0, 0}, /* TrialComponentSourceDetail */
    {8, 0, 0, 0, 176, 0, 0, 0, 0, 0}, /* TrialComponentSources */
    {10, 0, 2, 1730, 0, 0, 0, 0, 0, 0}, /* TrialComponentStatus */
    {8, 0, 0, 0, 591, 0, 0, 0, 0, 0}, /* TrialComponentSummaries */
    {10, 0, 11, 1732, 0, 0, 0, 0, 0, 0}, /* TrialComponentSummary */
    {8, 0, 0, 0, 593, 0, 0, 0, 0, 0}, /* TrialSummaries */
    {10, 0, 6, 1743, 0, 0, 0, 0, 0, 0}, /* TrialSummary */
    {10, 0, 2, 1749, 0, 0, 0, 0, 0, 0}, /* TtlDuration */
    {10, 0, 3, 1751, 0, 0, 0, 0, 0, 0}, /* TuningJobCompletionCriteria */
    {10, 0, 3, 1754, 0, 0, 0, 0, 0, 0}, /* UpdateExperimentRequest */
    {10, 0, 12, 1757, 0, 0, 0, 0, 0, 0}, /* UpdateModelPackageInput */
    {10, 0, 4, 1769, 0, 0, 0, 0, 0, 0}, /* UpdatePipelineExecutionRequest */
    {10, 0, 8, 1773, 0, 0, 0, 0, 0, 0}, /* UpdatePipelineRequest */
    {10, 0, 2, 1781, 0, 0, 0, 0, 0, 0}, /* UpdatePipelineResponse */
    {10, 0, 5, 1783, 0, 0, 0, 0, 0, 0}, /* UpdatePipelineVersionRequest */
    {10, 0, 11, 1788, 0, 0, 0, 0, 0, 0}, /* UpdateTrialComponentRequest */
    {10, 0, 2, 1799, 0, 0, 0, 0, 0, 0}, /* UpdateTrialRequest */
    {10, 0, 4, 1801, 0, 0, 0, 0, 0, 0}, /* UserContext */
    {10, 0, 1, 1805, 0, 0, 0, 0, 0, 0}, /* VectorConfig */
    {0, 3, 0, 0, 0, 0, 29785, 0, 1, 176}, /* VersionedArnOrName */
    {10, 0, 2, 1806, 0, 0, 0, 0, 0, 0}, /* VisibilityConditions */
    {8, 3, 0, 0, 607, 0, 0, 0, 1, 5}, /* VisibilityConditionsList */
    {10, 0, 2, 1808, 0, 0, 0, 0, 0, 0}, /* VpcConfig */
    {8, 3, 0, 0, 512, 0, 0, 0, 1, 5}, /* VpcSecurityGroupIds */
    {0, 4, 4, 29926, 0, 0, 0, 0, 0, 0}, /* WarmPoolResourceStatus */
    {10, 0, 3, 1810, 0, 0, 0, 0, 0, 0}, /* WarmPoolStatus */
};

static const struct shape_member members[] = {
    {1, 0, 0, 3, 0, 0}, /* AcceleratorPartitionTypes */
    {27, 0, 0, 486, 1, 1}, /* ResourceArn */
    {39, 0, 0, 539, 1, 1}, /* Tags */
    {39, 0, 0, 539, 0, 0}, /* Tags */
    {44, 0, 0, 166, 1, 0}, /* Name */
    {49, 0, 0, 165, 0, 0}, /* Description */
    {61, 0, 0, 332, 1, 0}, /* Containers */
    {72, 0, 0, 568, 0, 0}, /* SupportedTransformInstanceTypes */
    {104, 0, 0, 474, 0, 0}, /* SupportedRealtimeInferenceInstanceTypes */
    {144, 0, 0, 81, 0, 0}, /* SupportedContentTypes */
    {166, 0, 0, 491, 0, 0}, /* SupportedResponseMIMETypes */
    {211, 0, 0, 10, 1, 0}, /* ChannelName */
    {223, 0, 0, 499, 1, 0}, /* S3DataSource */
    {236, 0, 0, 14, 1, 0}, /* S3DataType */
    {247, 0, 0, 501, 1, 0}, /* S3Uri */
    {253, 0, 0, 71, 0, 0}, /* CompressionType */
    {269, 0, 0, 170, 0, 0}, /* ETag */
    {292, 0, 0, 15, 0, 0}, /* TrainingImage */
    {306, 0, 0, 20, 0, 3}, /* AlgorithmName */
    {328, 0, 320, 549, 1, 1}, /* TrainingInputMode */
    {346, 0, 0, 294, 0, 0}, /* MetricDefinitions */
    {371, 0, 364, 5, 0, 2}, /* EnableSageMakerMetricsTimeSeries */
    {404, 0, 0, 73, 0, 0}, /* ContainerEntrypoint */
    {424, 0, 0, 73, 0, 0}, /* ContainerArguments */
    {443, 0, 0, 548, 0, 2}, /* TrainingImageConfig */
    {463, 0, 0, 426, 0, 0}, /* Add */
    {467, 0, 0, 426, 0, 0}, /* Remove */
    {474, 0, 0, 15, 1, 0}, /* ImageUri */
    {404, 0, 0, 73, 0, 0}, /* ContainerEntrypoint */
    {424, 0, 0, 73, 0, 0}, /* ContainerArguments */
    {594, 0, 0, 174, 1, 1}, /* TrialComponentName */
    {613, 0, 0, 174, 1, 1}, /* TrialName */
    {623, 0, 0, 2, 0, 0}, /* TrialComponentArn */
    {641, 0, 0, 2, 0, 0}, /* TrialArn */
    {650, 0, 0, 2, 0, 0}, /* SourceArn */
    {660, 0, 0, 2, 0, 0}, /* DestinationArn */
    {732, 0, 0, 26, 1, 0}, /* Catalog */
    {740, 0, 0, 27, 1, 0}, /* Database */
    {749, 0, 0, 29, 1, 0}, /* QueryString */
    {761, 0, 0, 33, 0, 0}, /* WorkGroup */
    {771, 0, 0, 501, 1, 0}, /* OutputS3Uri */
    {783, 0, 0, 248, 0, 0}, /* KmsKeyId */
    {792, 0, 0, 31, 1, 0}, /* OutputFormat */
    {805, 0, 0, 30, 0, 0}, /* OutputCompression */
    {871, 0, 0, 4, 0, 0}, /* QueryExecutionId */
    {888, 0, 0, 19, 0, 0}, /* S3OutputLocation */
    {924, 0, 0, 2, 0, 0}, /* Arn */
    {44, 0, 0, 2, 0, 0}, /* Name */
    {928, 0, 0, 2, 0, 0}, /* ValueHint */
    {938, 0, 0, 76, 0, 0}, /* HubContentName */
    {953, 0, 0, 204, 0, 0}, /* HubContentVersion */
    {971, 0, 0, 15, 0, 0}, /* RecipeName */
    {982, 0, 0, 501, 0, 0}, /* DestinationS3Uri */
    {783, 0, 0, 248, 0, 0}, /* KmsKeyId */
    {999, 0, 0, 5, 0, 0}, /* GenerateInferenceId */
    {1044, 0, 0, 2, 0, 0}, /* DataCapturedDestinationS3Uri */
    {1073, 0, 0, 363, 0, 0}, /* DatasetFormat */
    {1087, 0, 0, 4, 0, 0}, /* LocalPath */
    {1097, 0, 0, 233, 0, 0}, /* S3InputMode */
    {1109, 0, 0, 112, 0, 0}, /* S3DataDistributionType */
    {1132, 0, 0, 170, 0, 0}, /* FeaturesAttribute */
    {1150, 0, 0, 170, 0, 0}, /* InferenceAttribute */
    {1169, 0, 0, 170, 0, 0}, /* ProbabilityAttribute */
    {1190, 0, 0, 390, 0, 0}, /* ProbabilityThresholdAttribute */
    {1220, 0, 0, 2, 0, 0}, /* StartTimeOffset */
    {1236, 0, 0, 2, 0, 0}, /* EndTimeOffset */
    {1250, 0, 0, 2, 0, 0}, /* ExcludeFeaturesAttribute */
    {924, 0, 0, 19, 0, 0}, /* Arn */
    {1275, 0, 0, 46, 0, 0}, /* MaxNumberOfTrainingJobsNotImproving */
    {1311, 0, 0, 301, 0, 0}, /* Report */
    {1318, 0, 0, 301, 0, 0}, /* PreTrainingReport */
    {1336, 0, 0, 301, 0, 0}, /* PostTrainingReport */
    {1397, 0, 0, 410, 0, 0}, /* SourcePipelineExecutionArn */
    {1424, 0, 0, 2, 0, 0}, /* CallbackToken */
    {1438, 0, 0, 4, 0, 0}, /* SqsQueueUrl */
    {1450, 0, 0, 395, 0, 0}, /* OutputParameters */
    {44, 0, 0, 2, 0, 0}, /* Name */
    {1467, 0, 0, 3, 0, 0}, /* Values */
    {44, 0, 0, 2, 0, 0}, /* Name */
    {1474, 0, 0, 2, 0, 0}, /* Id */
    {1477, 0, 0, 2, 0, 0}, /* StatusMessage */
    {1491, 0, 0, 2, 0, 0}, /* Key */
    {1495, 0, 0, 2, 0, 0}, /* Value */
    {1501, 0, 0, 2, 0, 0}, /* TemplateName */
    {1514, 0, 0, 2, 0, 0}, /* TemplateURL */
    {1526, 0, 0, 495, 0, 0}, /* RoleARN */
    {1534, 0, 0, 56, 0, 0}, /* Parameters */
    {1545, 0, 0, 54, 0, 0}, /* StackDetail */
    {211, 0, 0, 10, 1, 0}, /* ChannelName */
    {1557, 0, 0, 115, 1, 0}, /* DataSource */
    {1568, 0, 0, 4, 0, 0}, /* ContentType */
    {253, 0, 1580, 71, 0, 1}, /* CompressionType */
    {1600, 0, 1588, 475, 0, 1}, /* RecordWrapperType */
    {1618, 0, 320, 549, 0, 1}, /* InputMode */
    {1628, 0, 0, 523, 0, 2}, /* ShuffleConfig */
    {247, 0, 0, 501, 1, 0}, /* S3Uri */
    {1087, 0, 0, 152, 0, 0}, /* LocalPath */
    {1642, 0, 0, 4, 0, 0}, /* CheckType */
    {1652, 0, 0, 19, 0, 0}, /* BaselineUsedForDriftCheckConstraints */
    {1689, 0, 0, 19, 0, 0}, /* CalculatedBaselineConstraints */
    {1719, 0, 0, 4, 0, 0}, /* ModelPackageGroupName */
    {1741, 0, 0, 19, 0, 0}, /* ViolationReport */
    {1757, 0, 0, 4, 0, 0}, /* CheckJobArn */
    {1769, 0, 0, 5, 0, 0}, /* SkipCheck */
    {1779, 0, 0, 5, 0, 0}, /* RegisterNewBaseline */
    {1799, 0, 0, 4, 0, 0}, /* StepName */
    {1808, 0, 0, 2, 0, 0}, /* ErrorCode */
    {1818, 0, 0, 2, 0, 0}, /* ErrorMessage */
    {1831, 0, 0, 64, 0, 0}, /* CleanedSteps */
    {1844, 0, 0, 62, 0, 0}, /* FailedSteps */
    {1856, 0, 0, 64, 0, 0}, /* SkippedSteps */
    {1883, 0, 0, 605, 0, 0}, /* VectorConfig */
    {1896, 0, 0, 69, 0, 0}, /* CollectionName */
    {1911, 0, 0, 70, 0, 0}, /* CollectionParameters */
    {1942, 0, 0, 2, 0, 0}, /* Outcome */
    {1950, 0, 0, 76, 0, 0}, /* ContainerHostname */
    {1968, 0, 0, 77, 0, 0}, /* Image */
    {1974, 0, 0, 226, 0, 2}, /* ImageConfig */
    {1986, 0, 0, 79, 0, 0}, /* Mode */
    {1991, 0, 0, 501, 0, 0}, /* ModelDataUrl */
    {2004, 0, 0, 322, 0, 0}, /* ModelDataSource */
    {2020, 0, 0, 12, 0, 0}, /* AdditionalModelDataSources */
    {2047, 0, 0, 168, 0, 0}, /* Environment */
    {2059, 0, 0, 606, 0, 0}, /* ModelPackageName */
    {2076, 0, 0, 166, 0, 0}, /* InferenceSpecificationName */
    {2103, 0, 0, 379, 0, 2}, /* MultiModelConfig */
    {2120, 0, 0, 78, 0, 2}, /* ContainerMetricsConfig */
    {2182, 0, 0, 299, 0, 0}, /* MetricsEndpoints */
    {44, 0, 0, 2, 0, 0}, /* Name */
    {2254, 0, 0, 2, 0, 0}, /* MinValue */
    {2263, 0, 0, 2, 0, 0}, /* MaxValue */
    {2272, 0, 0, 2, 0, 0}, /* ScalingType */
    {2284, 0, 0, 2, 0, 0}, /* CompleteOnConvergence */
    {2306, 0, 0, 174, 1, 1}, /* ExperimentName */
    {2321, 0, 0, 174, 0, 1}, /* DisplayName */
    {49, 0, 0, 173, 0, 1}, /* Description */
    {39, 0, 0, 539, 0, 1}, /* Tags */
    {2333, 0, 0, 2, 0, 0}, /* ExperimentArn */
    {2347, 0, 0, 326, 1, 1}, /* ModelName */
    {2357, 0, 0, 74, 0, 1}, /* PrimaryContainer */
    {61, 0, 0, 75, 0, 1}, /* Containers */
    {2374, 0, 0, 228, 0, 2}, /* InferenceExecutionConfig */
    {2399, 0, 0, 495, 0, 1}, /* ExecutionRoleArn */
    {39, 0, 0, 539, 0, 1}, /* Tags */
    {2416, 0, 0, 609, 0, 2}, /* VpcConfig */
    {2426, 0, 364, 5, 0, 2}, /* EnableNetworkIsolation */
    {2449, 0, 0, 2, 0, 0}, /* ModelArn */
    {1719, 0, 0, 166, 1, 1}, /* ModelPackageGroupName */
    {2458, 0, 0, 165, 0, 1}, /* ModelPackageGroupDescription */
    {39, 0, 0, 539, 0, 1}, /* Tags */
    {2487, 0, 0, 283, 0, 3}, /* ManagedConfiguration */
    {2508, 0, 0, 335, 0, 0}, /* ModelPackageGroupArn */
    {2059, 0, 0, 166, 0, 1}, /* ModelPackageName */
    {1719, 0, 0, 20, 0, 1}, /* ModelPackageGroupName */
    {2529, 0, 0, 165, 0, 1}, /* ModelPackageDescription */
    {2553, 0, 0, 340, 0, 2}, /* ModelPackageRegistrationType */
    {2582, 0, 0, 230, 0, 1}, /* InferenceSpecification */
    {2605, 0, 0, 351, 0, 3}, /* ValidationSpecification */
    {2629, 0, 0, 529, 0, 2}, /* SourceAlgorithmSpecification */
    {2658, 0, 364, 5, 0, 3}, /* CertifyForMarketplace */
    {39, 0, 0, 539, 0, 1}, /* Tags */
    {2680, 0, 0, 307, 0, 1}, /* ModelApprovalStatus */
    {2700, 0, 0, 291, 0, 1}, /* MetadataProperties */
    {2719, 0, 0, 325, 0, 1}, /* ModelMetrics */
    {2732, 0, 0, 65, 0, 1}, /* ClientToken */
    {2744, 0, 0, 170, 0, 1}, /* Domain */
    {2751, 0, 0, 170, 0, 1}, /* Task */
    {2756, 0, 0, 501, 0, 1}, /* SamplePayloadUrl */
    {2773, 0, 0, 107, 0, 1}, /* CustomerMetadataProperties */
    {2800, 0, 0, 154, 0, 1}, /* DriftCheckBaselines */
    {2820, 0, 0, 9, 0, 1}, /* AdditionalInferenceSpecifications */
    {2862, 0, 2854, 524, 0, 2}, /* SkipModelValidation */
    {2882, 0, 0, 342, 0, 1}, /* SourceUri */
    {2892, 0, 0, 341, 0, 2}, /* SecurityConfig */
    {2907, 0, 0, 339, 0, 1}, /* ModelCard */
    {2917, 0, 0, 324, 0, 1}, /* ModelLifeCycle */
    {2932, 0, 0, 284, 0, 3}, /* ManagedStorageType */
    {2951, 0, 0, 329, 0, 0}, /* ModelPackageArn */
    {2967, 0, 0, 419, 1, 1}, /* PipelineName */
    {2980, 0, 0, 419, 0, 1}, /* PipelineDisplayName */
    {3000, 0, 0, 407, 0, 1}, /* PipelineDefinition */
    {3019, 0, 0, 408, 0, 1}, /* PipelineDefinitionS3Location */
    {3048, 0, 0, 173, 0, 1}, /* PipelineDescription */
    {3068, 0, 0, 225, 1, 1}, /* ClientRequestToken */
    {3087, 0, 0, 495, 1, 1}, /* RoleArn */
    {39, 0, 0, 539, 0, 1}, /* Tags */
    {3095, 0, 0, 396, 0, 1}, /* ParallelismConfiguration */
    {3120, 0, 0, 426, 0, 3}, /* PipelineVersionAliases */
    {3143, 0, 0, 406, 0, 0}, /* PipelineArn */
    {3155, 0, 0, 438, 0, 1}, /* ProcessingInputs */
    {3172, 0, 0, 448, 0, 1}, /* ProcessingOutputConfig */
    {3195, 0, 0, 166, 1, 1}, /* ProcessingJobName */
    {3213, 0, 0, 450, 1, 1}, /* ProcessingResources */
    {3233, 0, 0, 455, 0, 1}, /* StoppingCondition */
    {3251, 0, 0, 18, 1, 1}, /* AppSpecification */
    {2047, 0, 0, 435, 0, 1}, /* Environment */
    {3268, 0, 0, 383, 0, 1}, /* NetworkConfig */
    {3087, 0, 0, 495, 1, 1}, /* RoleArn */
    {39, 0, 0, 539, 0, 1}, /* Tags */
    {3282, 0, 0, 172, 0, 1}, /* ExperimentConfig */
    {3299, 0, 0, 2, 0, 0}, /* ProcessingJobArn */
    {3316, 0, 0, 166, 1, 1}, /* TrainingJobName */
    {3332, 0, 0, 222, 0, 1}, /* HyperParameters */
    {3348, 0, 0, 16, 0, 1}, /* AlgorithmSpecification */
    {3087, 0, 0, 495, 1, 1}, /* RoleArn */
    {3371, 0, 0, 232, 0, 1}, /* InputDataConfig */
    {3387, 0, 0, 393, 1, 1}, /* OutputDataConfig */
    {3404, 0, 0, 487, 0, 1}, /* ResourceConfig */
    {2416, 0, 0, 609, 0, 2}, /* VpcConfig */
    {3233, 0, 0, 534, 0, 1}, /* StoppingCondition */
    {39, 0, 0, 539, 0, 1}, /* Tags */
    {2426, 0, 0, 5, 0, 1}, /* EnableNetworkIsolation */
    {3419, 0, 364, 5, 0, 2}, /* EnableInterContainerTrafficEncryption */
    {3457, 0, 364, 5, 0, 2}, /* EnableManagedSpotTraining */
    {3483, 0, 0, 59, 0, 1}, /* CheckpointConfig */
    {3500, 0, 0, 118, 0, 2}, /* DebugHookConfig */
    {3516, 0, 0, 120, 0, 3}, /* DebugRuleConfigurations */
    {3540, 0, 0, 543, 0, 2}, /* TensorBoardOutputConfig */
    {3282, 0, 0, 172, 0, 1}, /* ExperimentConfig */
    {3564, 0, 0, 468, 0, 2}, /* ProfilerConfig */
    {3579, 0, 0, 120, 0, 2}, /* ProfilerRuleConfigurations */
    {2047, 0, 0, 546, 0, 1}, /* Environment */
    {3606, 0, 0, 494, 0, 2}, /* RetryStrategy */
    {3620, 0, 0, 482, 0, 2}, /* RemoteDebugConfig */
    {3638, 0, 0, 231, 0, 2}, /* InfraCheckConfig */
    {3655, 0, 0, 522, 0, 2}, /* SessionChainingConfig */
    {3677, 0, 0, 518, 0, 3}, /* ServerlessJobConfig */
    {3697, 0, 0, 303, 0, 3}, /* MlflowConfig */
    {3710, 0, 0, 330, 0, 3}, /* ModelPackageConfig */
    {3729, 0, 0, 2, 0, 0}, /* TrainingJobArn */
    {594, 0, 0, 174, 1, 1}, /* TrialComponentName */
    {2321, 0, 0, 174, 0, 1}, /* DisplayName */
    {3744, 0, 0, 589, 0, 1}, /* Status */
    {3751, 0, 0, 103, 0, 1}, /* StartTime */
    {3761, 0, 0, 103, 0, 1}, /* EndTime */
    {1534, 0, 0, 584, 0, 1}, /* Parameters */
    {3769, 0, 0, 578, 0, 1}, /* InputArtifacts */
    {3784, 0, 0, 578, 0, 1}, /* OutputArtifacts */
    {2700, 0, 0, 291, 0, 1}, /* MetadataProperties */
    {39, 0, 0, 539, 0, 1}, /* Tags */
    {623, 0, 0, 2, 0, 0}, /* TrialComponentArn */
    {613, 0, 0, 174, 1, 1}, /* TrialName */
    {2321, 0, 0, 174, 0, 1}, /* DisplayName */
    {2306, 0, 0, 174, 1, 1}, /* ExperimentName */
    {2700, 0, 0, 291, 0, 1}, /* MetadataProperties */
    {39, 0, 0, 539, 0, 1}, /* Tags */
    {641, 0, 0, 2, 0, 0}, /* TrialArn */
    {3922, 0, 0, 162, 0, 0}, /* EnableCapture */
    {3936, 0, 0, 2, 0, 0}, /* CaptureStatus */
    {3950, 0, 0, 46, 0, 0}, /* CurrentSamplingPercentage */
    {982, 0, 0, 2, 0, 0}, /* DestinationS3Uri */
    {783, 0, 0, 248, 0, 0}, /* KmsKeyId */
    {3976, 0, 0, 2, 0, 0}, /* TableName */
    {732, 0, 0, 2, 0, 0}, /* Catalog */
    {740, 0, 0, 2, 0, 0}, /* Database */
    {4025, 0, 0, 2, 0, 0}, /* InputFilter */
    {4037, 0, 0, 2, 0, 0}, /* OutputFilter */
    {4050, 0, 0, 2, 0, 0}, /* JoinSource */
    {223, 0, 0, 497, 0, 0}, /* S3DataSource */
    {4061, 0, 0, 188, 0, 3}, /* FileSystemDataSource */
    {4082, 0, 0, 117, 0, 3}, /* DatasetSource */
    {4096, 0, 0, 28, 0, 0}, /* AthenaDatasetDefinition */
    {4120, 0, 0, 478, 0, 0}, /* RedshiftDatasetDefinition */
    {1087, 0, 0, 4, 0, 0}, /* LocalPath */
    {4146, 0, 0, 112, 0, 0}, /* DataDistributionType */
    {1618, 0, 0, 233, 0, 0}, /* InputMode */
    {4167, 0, 0, 205, 1, 0}, /* DatasetArn */
    {1087, 0, 0, 152, 0, 0}, /* LocalPath */
    {4178, 0, 0, 501, 1, 0}, /* S3OutputPath */
    {4191, 0, 0, 70, 0, 0}, /* HookParameters */
    {4206, 0, 0, 68, 0, 0}, /* CollectionConfigurations */
    {4231, 0, 0, 69, 1, 0}, /* RuleConfigurationName */
    {1087, 0, 0, 152, 0, 0}, /* LocalPath */
    {4178, 0, 0, 501, 0, 0}, /* S3OutputPath */
    {4253, 0, 0, 15, 1, 0}, /* RuleEvaluatorImage */
    {4272, 0, 0, 441, 0, 0}, /* InstanceType */
    {4285, 0, 0, 285, 0, 0}, /* VolumeSizeInGB */
    {4300, 0, 0, 496, 0, 0}, /* RuleParameters */
    {4231, 0, 0, 69, 0, 0}, /* RuleConfigurationName */
    {4315, 0, 0, 2, 0, 0}, /* RuleEvaluationJobArn */
    {4336, 0, 0, 2, 0, 0}, /* RuleEvaluationStatus */
    {4357, 0, 0, 2, 0, 0}, /* StatusDetails */
    {4371, 0, 0, 103, 0, 0}, /* LastModifiedTime */
    {2306, 0, 0, 174, 1, 1}, /* ExperimentName */
    {2347, 0, 0, 326, 1, 1}, /* ModelName */
    {1719, 0, 0, 20, 1, 1}, /* ModelPackageGroupName */
    {2059, 0, 0, 606, 1, 1}, /* ModelPackageName */
    {2967, 0, 0, 419, 1, 1}, /* PipelineName */
    {3068, 0, 0, 225, 1, 1}, /* ClientRequestToken */
    {27, 0, 0, 486, 1, 1}, /* ResourceArn */
    {4388, 0, 0, 538, 1, 1}, /* TagKeys */
    {594, 0, 0, 174, 1, 1}, /* TrialComponentName */
    {613, 0, 0, 174, 1, 1}, /* TrialName */
    {4396, 0, 0, 77, 0, 0}, /* SpecifiedImage */
    {4411, 0, 0, 77, 0, 0}, /* ResolvedImage */
    {4425, 0, 0, 103, 0, 0}, /* ResolutionTime */
    {4440, 0, 0, 2, 0, 0}, /* RecommendationStatus */
    {4461, 0, 0, 473, 0, 0}, /* RealTimeInferenceRecommendations */
    {2306, 0, 0, 174, 0, 0}, /* ExperimentName */
    {2333, 0, 0, 2, 0, 0}, /* ExperimentArn */
    {2321, 0, 0, 174, 0, 0}, /* DisplayName */
    {4494, 0, 0, 176, 0, 0}, /* Source */
    {49, 0, 0, 173, 0, 0}, /* Description */
    {4501, 0, 0, 103, 0, 0}, /* CreationTime */
    {4514, 0, 0, 604, 0, 0}, /* CreatedBy */
    {4371, 0, 0, 103, 0, 0}, /* LastModifiedTime */
    {4524, 0, 0, 604, 0, 0}, /* LastModifiedBy */
    {2347, 0, 0, 326, 0, 0}, /* ModelName */
    {2357, 0, 0, 74, 0, 0}, /* PrimaryContainer */
    {61, 0, 0, 75, 0, 0}, /* Containers */
    {2374, 0, 0, 228, 0, 0}, /* InferenceExecutionConfig */
    {2399, 0, 0, 495, 0, 0}, /* ExecutionRoleArn */
    {2416, 0, 0, 609, 0, 0}, /* VpcConfig */
    {4501, 0, 0, 103, 0, 0}, /* CreationTime */
    {2449, 0, 0, 2, 0, 0}, /* ModelArn */
    {2426, 0, 0, 5, 0, 0}, /* EnableNetworkIsolation */
    {4539, 0, 0, 134, 0, 0}, /* DeploymentRecommendation */
    {1719, 0, 0, 166, 0, 0}, /* ModelPackageGroupName */
    {2508, 0, 0, 335, 0, 0}, /* ModelPackageGroupArn */
    {2458, 0, 0, 165, 0, 0}, /* ModelPackageGroupDescription */
    {4501, 0, 0, 103, 0, 0}, /* CreationTime */
    {4514, 0, 0, 604, 0, 0}, /* CreatedBy */
    {4564, 0, 0, 2, 0, 0}, /* ModelPackageGroupStatus */
    {2487, 0, 0, 283, 0, 0}, /* ManagedConfiguration */
    {2059, 0, 0, 606, 1, 1}, /* ModelPackageName */
    {4588, 0, 0, 227, 0, 1}, /* IncludedData */
    {2059, 0, 0, 166, 0, 0}, /* ModelPackageName */
    {1719, 0, 0, 166, 0, 0}, /* ModelPackageGroupName */
    {4601, 0, 0, 46, 0, 0}, /* ModelPackageVersion */
    {2553, 0, 0, 340, 0, 0}, /* ModelPackageRegistrationType */
    {2951, 0, 0, 329, 0, 0}, /* ModelPackageArn */
    {2529, 0, 0, 165, 0, 0}, /* ModelPackageDescription */
    {4501, 0, 0, 103, 0, 0}, /* CreationTime */
    {2582, 0, 0, 230, 0, 0}, /* InferenceSpecification */
    {2629, 0, 0, 529, 0, 0}, /* SourceAlgorithmSpecification */
    {2605, 0, 0, 351, 0, 0}, /* ValidationSpecification */
    {4621, 0, 0, 2, 0, 0}, /* ModelPackageStatus */
    {4640, 0, 0, 343, 0, 0}, /* ModelPackageStatusDetails */
    {2658, 0, 0, 5, 0, 0}, /* CertifyForMarketplace */
    {2680, 0, 0, 307, 0, 0}, /* ModelApprovalStatus */
    {4514, 0, 0, 604, 0, 0}, /* CreatedBy */
    {2700, 0, 0, 291, 0, 0}, /* MetadataProperties */
    {2719, 0, 0, 325, 0, 0}, /* ModelMetrics */
    {4371, 0, 0, 103, 0, 0}, /* LastModifiedTime */
    {4524, 0, 0, 604, 0, 0}, /* LastModifiedBy */
    {4666, 0, 0, 19, 0, 0}, /* ApprovalDescription */
    {2744, 0, 0, 170, 0, 0}, /* Domain */
    {2751, 0, 0, 170, 0, 0}, /* Task */
    {2756, 0, 0, 170, 0, 0}, /* SamplePayloadUrl */
    {2773, 0, 0, 107, 0, 0}, /* CustomerMetadataProperties */
    {2800, 0, 0, 154, 0, 0}, /* DriftCheckBaselines */
    {2820, 0, 0, 9, 0, 0}, /* AdditionalInferenceSpecifications */
    {2862, 0, 0, 524, 0, 0}, /* SkipModelValidation */
    {2882, 0, 0, 342, 0, 0}, /* SourceUri */
    {2892, 0, 0, 341, 0, 0}, /* SecurityConfig */
    {2907, 0, 0, 339, 0, 0}, /* ModelCard */
    {2917, 0, 0, 324, 0, 0}, /* ModelLifeCycle */
    {2932, 0, 0, 284, 0, 0}, /* ManagedStorageType */
    {4686, 0, 0, 410, 1, 1}, /* PipelineExecutionArn */
    {3000, 0, 0, 407, 0, 0}, /* PipelineDefinition */
    {4501, 0, 0, 103, 0, 0}, /* CreationTime */
    {3143, 0, 0, 406, 0, 0}, /* PipelineArn */
    {4686, 0, 0, 410, 0, 0}, /* PipelineExecutionArn */
    {4707, 0, 0, 411, 0, 0}, /* PipelineExecutionDisplayName */
    {4736, 0, 0, 2, 0, 0}, /* PipelineExecutionStatus */
    {4760, 0, 0, 173, 0, 0}, /* PipelineExecutionDescription */
    {4789, 0, 0, 417, 0, 0}, /* PipelineExperimentConfig */
    {4814, 0, 0, 2, 0, 0}, /* FailureReason */
    {4501, 0, 0, 103, 0, 0}, /* CreationTime */
    {4371, 0, 0, 103, 0, 0}, /* LastModifiedTime */
    {4514, 0, 0, 604, 0, 0}, /* CreatedBy */
    {4524, 0, 0, 604, 0, 0}, /* LastModifiedBy */
    {3095, 0, 0, 396, 0, 0}, /* ParallelismConfiguration */
    {4828, 0, 0, 515, 0, 0}, /* SelectiveExecutionConfig */
    {4853, 0, 0, 427, 0, 0}, /* PipelineVersionId */
    {4871, 0, 0, 282, 0, 0}, /* MLflowConfig */
    {3120, 0, 0, 426, 0, 0}, /* PipelineVersionAliases */
    {3087, 0, 0, 495, 0, 0}, /* RoleArn */
    {2967, 0, 0, 420, 1, 1}, /* PipelineName */
    {4853, 0, 0, 427, 0, 1}, /* PipelineVersionId */
    {4884, 0, 0, 425, 0, 3}, /* PipelineVersionAlias */
    {3143, 0, 0, 406, 0, 0}, /* PipelineArn */
    {2967, 0, 0, 419, 0, 0}, /* PipelineName */
    {2980, 0, 0, 419, 0, 0}, /* PipelineDisplayName */
    {3000, 0, 0, 407, 0, 0}, /* PipelineDefinition */
    {3048, 0, 0, 173, 0, 0}, /* PipelineDescription */
    {3087, 0, 0, 495, 0, 0}, /* RoleArn */
    {4905, 0, 0, 2, 0, 0}, /* PipelineStatus */
    {4501, 0, 0, 103, 0, 0}, /* CreationTime */
    {4371, 0, 0, 103, 0, 0}, /* LastModifiedTime */
    {4920, 0, 0, 103, 0, 0}, /* LastRunTime */
    {4514, 0, 0, 604, 0, 0}, /* CreatedBy */
    {4524, 0, 0, 604, 0, 0}, /* LastModifiedBy */
    {3095, 0, 0, 396, 0, 0}, /* ParallelismConfiguration */
    {4932, 0, 0, 411, 0, 0}, /* PipelineVersionDisplayName */
    {4959, 0, 0, 173, 0, 0}, /* PipelineVersionDescription */
    {3120, 0, 0, 426, 0, 0}, /* PipelineVersionAliases */
    {3195, 0, 0, 166, 1, 1}, /* ProcessingJobName */
    {3155, 0, 0, 438, 0, 0}, /* ProcessingInputs */
    {3172, 0, 0, 448, 0, 0}, /* ProcessingOutputConfig */
    {3195, 0, 0, 166, 0, 0}, /* ProcessingJobName */
    {3213, 0, 0, 450, 0, 0}, /* ProcessingResources */
    {3233, 0, 0, 455, 0, 0}, /* StoppingCondition */
    {3251, 0, 0, 18, 0, 0}, /* AppSpecification */
    {2047, 0, 0, 435, 0, 0}, /* Environment */
    {3268, 0, 0, 383, 0, 0}, /* NetworkConfig */
    {3087, 0, 0, 495, 0, 0}, /* RoleArn */
    {3282, 0, 0, 172, 0, 0}, /* ExperimentConfig */
    {3299, 0, 0, 2, 0, 0}, /* ProcessingJobArn */
    {4986, 0, 0, 443, 0, 0}, /* ProcessingJobStatus */
    {5006, 0, 0, 2, 0, 0}, /* ExitMessage */
    {4814, 0, 0, 2, 0, 0}, /* FailureReason */
    {5018, 0, 0, 103, 0, 0}, /* ProcessingEndTime */
    {5036, 0, 0, 103, 0, 0}, /* ProcessingStartTime */
    {4371, 0, 0, 103, 0, 0}, /* LastModifiedTime */
    {4501, 0, 0, 103, 0, 0}, /* CreationTime */
    {5056, 0, 0, 2, 0, 0}, /* MonitoringScheduleArn */
    {5078, 0, 0, 2, 0, 0}, /* AutoMLJobArn */
    {3729, 0, 0, 2, 0, 0}, /* TrainingJobArn */
    {3316, 0, 0, 166, 1, 1}, /* TrainingJobName */
    {3316, 0, 0, 166, 0, 0}, /* TrainingJobName */
    {3729, 0, 0, 2, 0, 0}, /* TrainingJobArn */
    {5091, 0, 0, 2, 0, 0}, /* TuningJobArn */
    {5104, 0, 0, 2, 0, 0}, /* LabelingJobArn */
    {5078, 0, 0, 2, 0, 0}, /* AutoMLJobArn */
    {5119, 0, 0, 308, 0, 0}, /* ModelArtifacts */
    {5134, 0, 0, 552, 0, 0}, /* TrainingJobStatus */
    {5152, 0, 0, 2, 0, 0}, /* SecondaryStatus */
    {4814, 0, 0, 2, 0, 0}, /* FailureReason */
    {3332, 0, 0, 222, 0, 0}, /* HyperParameters */
    {3348, 0, 0, 16, 0, 0}, /* AlgorithmSpecification */
    {3087, 0, 0, 495, 0, 0}, /* RoleArn */
    {3371, 0, 0, 232, 0, 0}, /* InputDataConfig */
    {3387, 0, 0, 393, 0, 0}, /* OutputDataConfig */
    {3404, 0, 0, 487, 0, 0}, /* ResourceConfig */
    {5168, 0, 0, 612, 0, 0}, /* WarmPoolStatus */
    {2416, 0, 0, 609, 0, 0}, /* VpcConfig */
    {3233, 0, 0, 534, 0, 0}, /* StoppingCondition */
    {4501, 0, 0, 103, 0, 0}, /* CreationTime */
    {5183, 0, 0, 103, 0, 0}, /* TrainingStartTime */
    {5201, 0, 0, 103, 0, 0}, /* TrainingEndTime */
    {4371, 0, 0, 103, 0, 0}, /* LastModifiedTime */
    {5217, 0, 0, 511, 0, 0}, /* SecondaryStatusTransitions */
    {5244, 0, 0, 195, 0, 0}, /* FinalMetricDataList */
    {2426, 0, 0, 5, 0, 0}, /* EnableNetworkIsolation */
    {3419, 0, 0, 5, 0, 0}, /* EnableInterContainerTrafficEncryption */
    {3457, 0, 0, 5, 0, 0}, /* EnableManagedSpotTraining */
    {3483, 0, 0, 59, 0, 0}, /* CheckpointConfig */
    {5264, 0, 0, 46, 0, 0}, /* TrainingTimeInSeconds */
    {5286, 0, 0, 46, 0, 0}, /* BillableTimeInSeconds */
    {5308, 0, 0, 47, 0, 0}, /* BillableTokenCount */
    {3500, 0, 0, 118, 0, 0}, /* DebugHookConfig */
    {3282, 0, 0, 172, 0, 0}, /* ExperimentConfig */
    {3516, 0, 0, 120, 0, 0}, /* DebugRuleConfigurations */
    {3540, 0, 0, 543, 0, 0}, /* TensorBoardOutputConfig */
    {5327, 0, 0, 122, 0, 0}, /* DebugRuleEvaluationStatuses */
    {3564, 0, 0, 468, 0, 0}, /* ProfilerConfig */
    {3579, 0, 0, 120, 0, 0}, /* ProfilerRuleConfigurations */
    {5355, 0, 0, 122, 0, 0}, /* ProfilerRuleEvaluationStatuses */
    {5386, 0, 0, 2, 0, 0}, /* ProfilingStatus */
    {2047, 0, 0, 546, 0, 0}, /* Environment */
    {3606, 0, 0, 494, 0, 0}, /* RetryStrategy */
    {3620, 0, 0, 482, 0, 0}, /* RemoteDebugConfig */
    {3638, 0, 0, 231, 0, 0}, /* InfraCheckConfig */
    {3677, 0, 0, 518, 0, 0}, /* ServerlessJobConfig */
    {3697, 0, 0, 303, 0, 0}, /* MlflowConfig */
    {3710, 0, 0, 330, 0, 0}, /* ModelPackageConfig */
    {5402, 0, 0, 304, 0, 0}, /* MlflowDetails */
    {5416, 0, 0, 558, 0, 0}, /* ProgressInfo */
    {5429, 0, 0, 329, 0, 0}, /* OutputModelPackageArn */
    {594, 0, 0, 175, 1, 1}, /* TrialComponentName */
    {594, 0, 0, 174, 0, 0}, /* TrialComponentName */
    {623, 0, 0, 2, 0, 0}, /* TrialComponentArn */
    {2321, 0, 0, 174, 0, 0}, /* DisplayName */
    {4494, 0, 0, 176, 0, 0}, /* Source */
    {3744, 0, 0, 589, 0, 0}, /* Status */
    {3751, 0, 0, 103, 0, 0}, /* StartTime */
    {3761, 0, 0, 103, 0, 0}, /* EndTime */
    {4501, 0, 0, 103, 0, 0}, /* CreationTime */
    {4514, 0, 0, 604, 0, 0}, /* CreatedBy */
    {4371, 0, 0, 103, 0, 0}, /* LastModifiedTime */
    {4524, 0, 0, 604, 0, 0}, /* LastModifiedBy */
    {1534, 0, 0, 584, 0, 0}, /* Parameters */
    {3769, 0, 0, 578, 0, 0}, /* InputArtifacts */
    {3784, 0, 0, 578, 0, 0}, /* OutputArtifacts */
    {2700, 0, 0, 291, 0, 0}, /* MetadataProperties */
    {5451, 0, 0, 581, 0, 0}, /* Metrics */
    {5459, 0, 0, 2, 0, 0}, /* LineageGroupArn */
    {5475, 0, 0, 588, 0, 0}, /* Sources */
    {613, 0, 0, 174, 0, 0}, /* TrialName */
    {641, 0, 0, 2, 0, 0}, /* TrialArn */
    {2321, 0, 0, 174, 0, 0}, /* DisplayName */
    {2306, 0, 0, 174, 0, 0}, /* ExperimentName */
    {4494, 0, 0, 176, 0, 0}, /* Source */
    {4501, 0, 0, 103, 0, 0}, /* CreationTime */
    {4514, 0, 0, 604, 0, 0}, /* CreatedBy */
    {4371, 0, 0, 103, 0, 0}, /* LastModifiedTime */
    {4524, 0, 0, 604, 0, 0}, /* LastModifiedBy */
    {2700, 0, 0, 291, 0, 0}, /* MetadataProperties */
    {5483, 0, 0, 155, 0, 0}, /* Bias */
    {5488, 0, 0, 156, 0, 0}, /* Explainability */
    {5503, 0, 0, 157, 0, 0}, /* ModelQuality */
    {5516, 0, 0, 157, 0, 0}, /* ModelDataQuality */
    {5533, 0, 0, 186, 0, 0}, /* ConfigFile */
    {5544, 0, 0, 301, 0, 0}, /* PreTrainingConstraints */
    {5567, 0, 0, 301, 0, 0}, /* PostTrainingConstraints */
    {5591, 0, 0, 301, 0, 0}, /* Constraints */
    {5533, 0, 0, 186, 0, 0}, /* ConfigFile */
    {5603, 0, 0, 301, 0, 0}, /* Statistics */
    {5591, 0, 0, 301, 0, 0}, /* Constraints */
    {5614, 0, 0, 2, 0, 0}, /* ApplicationId */
    {5628, 0, 0, 2, 0, 0}, /* JobRunId */
    {5637, 0, 0, 4, 0, 0}, /* JobRunName */
    {5648, 0, 0, 19, 0, 0}, /* LogFilePath */
    {5660, 0, 0, 4, 0, 0}, /* ClusterId */
    {5670, 0, 0, 4, 0, 0}, /* StepId */
    {1799, 0, 0, 4, 0, 0}, /* StepName */
    {5648, 0, 0, 19, 0, 0}, /* LogFilePath */
    {5677, 0, 0, 2, 0, 0}, /* Ec2CapacityReservationId */
    {5702, 0, 0, 46, 0, 0}, /* TotalInstanceCount */
    {5721, 0, 0, 46, 0, 0}, /* AvailableInstanceCount */
    {5744, 0, 0, 46, 0, 0}, /* UsedByCurrentEndpoint */
    {5766, 0, 0, 2, 0, 0}, /* EndpointName */
    {5779, 0, 0, 2, 0, 0}, /* EndpointArn */
    {5791, 0, 0, 2, 0, 0}, /* EndpointConfigName */
    {5810, 0, 0, 467, 0, 0}, /* ProductionVariants */
    {5829, 0, 0, 110, 0, 0}, /* DataCaptureConfig */
    {5847, 0, 0, 2, 0, 0}, /* EndpointStatus */
    {4814, 0, 0, 2, 0, 0}, /* FailureReason */
    {4501, 0, 0, 103, 0, 0}, /* CreationTime */
    {4371, 0, 0, 103, 0, 0}, /* LastModifiedTime */
    {5862, 0, 0, 377, 0, 0}, /* MonitoringSchedules */
    {39, 0, 0, 539, 0, 0}, /* Tags */
    {5882, 0, 0, 467, 0, 0}, /* ShadowProductionVariants */
    {5766, 0, 0, 2, 0, 0}, /* EndpointName */
    {1087, 0, 0, 4, 0, 0}, /* LocalPath */
    {1097, 0, 0, 233, 0, 0}, /* S3InputMode */
    {1109, 0, 0, 112, 0, 0}, /* S3DataDistributionType */
    {1132, 0, 0, 170, 0, 0}, /* FeaturesAttribute */
    {1150, 0, 0, 170, 0, 0}, /* InferenceAttribute */
    {1169, 0, 0, 170, 0, 0}, /* ProbabilityAttribute */
    {1190, 0, 0, 390, 0, 0}, /* ProbabilityThresholdAttribute */
    {1220, 0, 0, 2, 0, 0}, /* StartTimeOffset */
    {1236, 0, 0, 2, 0, 0}, /* EndTimeOffset */
    {1250, 0, 0, 2, 0, 0}, /* ExcludeFeaturesAttribute */
    {2306, 0, 0, 174, 0, 0}, /* ExperimentName */
    {2333, 0, 0, 2, 0, 0}, /* ExperimentArn */
    {2321, 0, 0, 174, 0, 0}, /* DisplayName */
    {4494, 0, 0, 176, 0, 0}, /* Source */
    {49, 0, 0, 173, 0, 0}, /* Description */
    {4501, 0, 0, 103, 0, 0}, /* CreationTime */
    {4514, 0, 0, 604, 0, 0}, /* CreatedBy */
    {4371, 0, 0, 103, 0, 0}, /* LastModifiedTime */
    {4524, 0, 0, 604, 0, 0}, /* LastModifiedBy */
    {39, 0, 0, 539, 0, 0}, /* Tags */
    {2306, 0, 0, 174, 0, 0}, /* ExperimentName */
    {613, 0, 0, 174, 0, 0}, /* TrialName */
    {6023, 0, 0, 174, 0, 0}, /* TrialComponentDisplayName */
    {6049, 0, 0, 174, 0, 2}, /* RunName */
    {650, 0, 0, 2, 0, 0}, /* SourceArn */
    {6260, 0, 0, 2, 0, 0}, /* SourceType */
    {2333, 0, 0, 2, 0, 0}, /* ExperimentArn */
    {2306, 0, 0, 174, 0, 0}, /* ExperimentName */
    {2321, 0, 0, 174, 0, 0}, /* DisplayName */
    {6271, 0, 0, 176, 0, 0}, /* ExperimentSource */
    {4501, 0, 0, 103, 0, 0}, /* CreationTime */
    {4371, 0, 0, 103, 0, 0}, /* LastModifiedTime */
    {1311, 0, 0, 301, 0, 0}, /* Report */
    {1818, 0, 0, 2, 0, 0}, /* ErrorMessage */
    {6288, 0, 0, 2, 0, 0}, /* FeatureName */
    {6300, 0, 0, 2, 0, 0}, /* FeatureType */
    {6312, 0, 0, 2, 0, 0}, /* CollectionType */
    {6327, 0, 0, 66, 0, 0}, /* CollectionConfig */
    {6344, 0, 0, 2, 0, 0}, /* FeatureGroupArn */
    {6360, 0, 0, 184, 0, 0}, /* FeatureGroupName */
    {6377, 0, 0, 2, 0, 0}, /* RecordIdentifierFeatureName */
    {6405, 0, 0, 2, 0, 0}, /* EventTimeFeatureName */
    {6426, 0, 0, 182, 0, 0}, /* FeatureDefinitions */
    {4501, 0, 0, 103, 0, 0}, /* CreationTime */
    {4371, 0, 0, 250, 0, 0}, /* LastModifiedTime */
    {6445, 0, 0, 388, 0, 0}, /* OnlineStoreConfig */
    {6463, 0, 0, 386, 0, 0}, /* OfflineStoreConfig */
    {3087, 0, 0, 495, 0, 0}, /* RoleArn */
    {6482, 0, 0, 2, 0, 0}, /* FeatureGroupStatus */
    {6501, 0, 0, 387, 0, 0}, /* OfflineStoreStatus */
    {6520, 0, 0, 251, 0, 0}, /* LastUpdateStatus */
    {4814, 0, 0, 2, 0, 0}, /* FailureReason */
    {49, 0, 0, 2, 0, 0}, /* Description */
    {39, 0, 0, 539, 0, 0}, /* Tags */
    {6344, 0, 0, 2, 0, 0}, /* FeatureGroupArn */
    {6360, 0, 0, 184, 0, 0}, /* FeatureGroupName */
    {6288, 0, 0, 2, 0, 0}, /* FeatureName */
    {6300, 0, 0, 2, 0, 0}, /* FeatureType */
    {4501, 0, 0, 103, 0, 0}, /* CreationTime */
    {4371, 0, 0, 250, 0, 0}, /* LastModifiedTime */
    {49, 0, 0, 2, 0, 0}, /* Description */
    {1534, 0, 0, 56, 0, 0}, /* Parameters */
    {1568, 0, 0, 4, 0, 0}, /* ContentType */
    {6573, 0, 0, 80, 0, 0}, /* ContentDigest */
    {247, 0, 0, 501, 1, 0}, /* S3Uri */
    {6593, 0, 0, 189, 1, 0}, /* FileSystemId */
    {6606, 0, 0, 187, 1, 0}, /* FileSystemAccessMode */
    {6627, 0, 0, 190, 1, 0}, /* FileSystemType */
    {6642, 0, 0, 152, 1, 0}, /* DirectoryPath */
    {44, 0, 0, 295, 1, 0}, /* Name */
    {6688, 0, 0, 389, 0, 0}, /* Operator */
    {1495, 0, 0, 193, 0, 0}, /* Value */
    {6697, 0, 0, 2, 0, 0}, /* Type */
    {6702, 0, 0, 295, 0, 0}, /* MetricName */
    {1495, 0, 0, 196, 0, 0}, /* Value */
    {1799, 0, 0, 4, 0, 0}, /* StepName */
    {6713, 0, 0, 46, 0, 0}, /* Index */
    {3744, 0, 0, 2, 0, 0}, /* Status */
    {6719, 0, 0, 46, 0, 0}, /* InputItemCount */
    {6734, 0, 0, 46, 0, 0}, /* TotalStepCount */
    {6749, 0, 0, 46, 0, 0}, /* SucceededStepCount */
    {6768, 0, 0, 46, 0, 0}, /* FailedStepCount */
    {6784, 0, 0, 46, 0, 0}, /* StoppedStepCount */
    {6801, 0, 0, 197, 0, 0}, /* Selector */
    {6810, 0, 0, 15, 1, 0}, /* HubContentArn */
    {938, 0, 0, 76, 0, 0}, /* HubContentName */
    {6810, 0, 0, 15, 0, 0}, /* HubContentArn */
    {953, 0, 0, 204, 0, 0}, /* HubContentVersion */
    {6824, 0, 0, 2, 0, 0}, /* HubContentType */
    {6839, 0, 0, 2, 0, 0}, /* DocumentSchemaVersion */
    {6861, 0, 0, 2, 0, 0}, /* HubName */
    {6869, 0, 0, 2, 0, 0}, /* HubArn */
    {6876, 0, 0, 2, 0, 0}, /* HubContentDisplayName */
    {6898, 0, 0, 2, 0, 0}, /* HubContentDescription */
    {6920, 0, 0, 2, 0, 0}, /* HubContentMarkdown */
    {6939, 0, 0, 2, 0, 0}, /* HubContentDocument */
    {6958, 0, 0, 2, 0, 0}, /* SageMakerPublicHubContentArn */
    {6987, 0, 0, 2, 0, 0}, /* ReferenceMinVersion */
    {7007, 0, 0, 2, 0, 0}, /* SupportStatus */
    {7021, 0, 0, 3, 0, 0}, /* HubContentSearchKeywords */
    {7046, 0, 0, 202, 0, 0}, /* HubContentDependencies */
    {7069, 0, 0, 2, 0, 0}, /* HubContentStatus */
    {4814, 0, 0, 2, 0, 0}, /* FailureReason */
    {4501, 0, 0, 103, 0, 0}, /* CreationTime */
    {4371, 0, 0, 103, 0, 0}, /* LastModifiedTime */
    {4514, 0, 0, 604, 0, 0}, /* CreatedBy */
    {4524, 0, 0, 604, 0, 0}, /* LastModifiedBy */
    {39, 0, 0, 539, 0, 0}, /* Tags */
    {7086, 0, 0, 2, 0, 0}, /* DependencyOriginPath */
    {7107, 0, 0, 2, 0, 0}, /* DependencyCopyPath */
    {6869, 0, 0, 2, 0, 0}, /* HubArn */
    {6810, 0, 0, 2, 0, 0}, /* HubContentArn */
    {292, 0, 0, 15, 0, 0}, /* TrainingImage */
    {328, 0, 0, 549, 0, 0}, /* TrainingInputMode */
    {306, 0, 0, 20, 0, 0}, /* AlgorithmName */
    {346, 0, 0, 294, 0, 0}, /* MetricDefinitions */
    {7327, 0, 0, 2, 0, 0}, /* DefinitionName */
    {7342, 0, 0, 216, 0, 0}, /* TuningObjective */
    {7358, 0, 0, 399, 0, 0}, /* HyperParameterRanges */
    {7379, 0, 0, 222, 0, 0}, /* StaticHyperParameters */
    {3348, 0, 0, 206, 0, 0}, /* AlgorithmSpecification */
    {3087, 0, 0, 495, 0, 0}, /* RoleArn */
    {3371, 0, 0, 232, 0, 0}, /* InputDataConfig */
    {2416, 0, 0, 609, 0, 0}, /* VpcConfig */
    {3387, 0, 0, 393, 0, 0}, /* OutputDataConfig */
    {3404, 0, 0, 487, 0, 0}, /* ResourceConfig */
    {7401, 0, 0, 220, 0, 0}, /* HyperParameterTuningResourceConfig */
    {3233, 0, 0, 534, 0, 0}, /* StoppingCondition */
    {2426, 0, 0, 5, 0, 0}, /* EnableNetworkIsolation */
    {3419, 0, 0, 5, 0, 0}, /* EnableInterContainerTrafficEncryption */
    {3457, 0, 0, 5, 0, 0}, /* EnableManagedSpotTraining */
    {3483, 0, 0, 59, 0, 0}, /* CheckpointConfig */
    {3606, 0, 0, 494, 0, 0}, /* RetryStrategy */
    {2047, 0, 0, 209, 0, 0}, /* Environment */
    {7436, 0, 0, 2, 0, 0}, /* TrainingJobDefinitionName */
    {3316, 0, 0, 166, 0, 0}, /* TrainingJobName */
    {3729, 0, 0, 2, 0, 0}, /* TrainingJobArn */
    {7462, 0, 0, 2, 0, 0}, /* TuningJobName */
    {4501, 0, 0, 103, 0, 0}, /* CreationTime */
    {5183, 0, 0, 103, 0, 0}, /* TrainingStartTime */
    {5201, 0, 0, 103, 0, 0}, /* TrainingEndTime */
    {5134, 0, 0, 552, 0, 0}, /* TrainingJobStatus */
    {7476, 0, 0, 222, 0, 0}, /* TunedHyperParameters */
    {4814, 0, 0, 2, 0, 0}, /* FailureReason */
    {7497, 0, 0, 194, 0, 0}, /* FinalHyperParameterTuningJobObjectiveMetric */
    {7541, 0, 0, 2, 0, 0}, /* ObjectiveStatus */
    {4272, 0, 0, 550, 0, 0}, /* InstanceType */
    {7557, 0, 0, 285, 0, 0}, /* InstanceCount */
    {4285, 0, 0, 46, 0, 0}, /* VolumeSizeInGB */
    {7571, 0, 0, 46, 0, 0}, /* NumberOfTrainingJobsObjectiveNotImproving */
    {7613, 0, 0, 103, 0, 0}, /* ConvergenceDetectedTime */
    {7637, 0, 0, 2, 0, 0}, /* Strategy */
    {7646, 0, 0, 218, 0, 0}, /* StrategyConfig */
    {7661, 0, 0, 216, 0, 0}, /* HyperParameterTuningJobObjective */
    {7694, 0, 0, 488, 0, 0}, /* ResourceLimits */
    {7709, 0, 0, 399, 0, 0}, /* ParameterRanges */
    {7725, 0, 0, 2, 0, 0}, /* TrainingJobEarlyStoppingType */
    {7754, 0, 0, 595, 0, 0}, /* TuningJobCompletionCriteria */
    {7782, 0, 0, 46, 0, 0}, /* RandomSeed */
    {7793, 0, 0, 46, 0, 0}, /* RuntimeInSeconds */
    {6697, 0, 0, 2, 0, 0}, /* Type */
    {6702, 0, 0, 295, 0, 0}, /* MetricName */
    {7810, 0, 0, 2, 0, 0}, /* HyperParameterTuningJobName */
    {7838, 0, 0, 2, 0, 0}, /* HyperParameterTuningJobArn */
    {7865, 0, 0, 214, 0, 0}, /* HyperParameterTuningJobConfig */
    {7895, 0, 0, 207, 0, 0}, /* TrainingJobDefinition */
    {7917, 0, 0, 208, 0, 0}, /* TrainingJobDefinitions */
    {7940, 0, 0, 2, 0, 0}, /* HyperParameterTuningJobStatus */
    {4501, 0, 0, 103, 0, 0}, /* CreationTime */
    {7970, 0, 0, 103, 0, 0}, /* HyperParameterTuningEndTime */
    {4371, 0, 0, 103, 0, 0}, /* LastModifiedTime */
    {7998, 0, 0, 553, 0, 0}, /* TrainingJobStatusCounters */
    {8024, 0, 0, 385, 0, 0}, /* ObjectiveStatusCounters */
    {8048, 0, 0, 210, 0, 0}, /* BestTrainingJob */
    {8064, 0, 0, 210, 0, 0}, /* OverallBestTrainingJob */
    {8087, 0, 0, 219, 0, 0}, /* WarmStartConfig */
    {4814, 0, 0, 2, 0, 0}, /* FailureReason */
    {8103, 0, 0, 213, 0, 0}, /* TuningJobCompletionDetails */
    {8130, 0, 0, 215, 0, 0}, /* ConsumedResources */
    {39, 0, 0, 539, 0, 0}, /* Tags */
    {8148, 0, 0, 223, 0, 0}, /* HyperbandStrategyConfig */
    {8172, 0, 0, 402, 0, 0}, /* ParentHyperParameterTuningJobs */
    {8203, 0, 0, 2, 0, 0}, /* WarmStartType */
    {4272, 0, 0, 550, 0, 0}, /* InstanceType */
    {7557, 0, 0, 285, 0, 0}, /* InstanceCount */
    {4285, 0, 0, 285, 0, 0}, /* VolumeSizeInGB */
    {8217, 0, 0, 248, 0, 0}, /* VolumeKmsKeyId */
    {8232, 0, 0, 2, 0, 0}, /* AllocationStrategy */
    {8251, 0, 0, 212, 0, 0}, /* InstanceConfigs */
    {8267, 0, 0, 46, 0, 0}, /* MinResource */
    {8279, 0, 0, 46, 0, 0}, /* MaxResource */
    {924, 0, 0, 170, 0, 0}, /* Arn */
    {8291, 0, 0, 170, 0, 0}, /* PrincipalId */
    {8303, 0, 0, 170, 0, 0}, /* SourceIdentity */
    {8318, 0, 0, 483, 1, 0}, /* RepositoryAccessMode */
    {8339, 0, 0, 484, 0, 0}, /* RepositoryAuthConfig */
    {1986, 0, 0, 229, 1, 0}, /* Mode */
    {61, 0, 0, 332, 1, 0}, /* Containers */
    {72, 0, 0, 568, 0, 0}, /* SupportedTransformInstanceTypes */
    {104, 0, 0, 474, 0, 0}, /* SupportedRealtimeInferenceInstanceTypes */
    {144, 0, 0, 81, 0, 0}, /* SupportedContentTypes */
    {166, 0, 0, 491, 0, 0}, /* SupportedResponseMIMETypes */
    {8395, 0, 0, 5, 0, 0}, /* EnableInfraCheck */
    {4272, 0, 0, 550, 1, 0}, /* InstanceType */
    {7557, 0, 0, 285, 1, 0}, /* InstanceCount */
    {8422, 0, 0, 235, 1, 0}, /* InstanceGroupName */
    {8440, 0, 0, 5, 0, 0}, /* EnableMultipleJobs */
    {8459, 0, 0, 431, 0, 0}, /* PlacementSpecifications */
    {4272, 0, 0, 459, 0, 0}, /* InstanceType */
    {8483, 0, 0, 46, 0, 0}, /* CurrentInstanceCount */
    {4272, 0, 0, 550, 1, 0}, /* InstanceType */
    {7557, 0, 0, 285, 0, 0}, /* InstanceCount */
    {8504, 0, 0, 557, 0, 0}, /* TrainingPlanArns */
    {8521, 0, 0, 4, 0, 0}, /* ParentStepName */
    {6713, 0, 0, 46, 0, 0}, /* Index */
    {8536, 0, 0, 2, 0, 0}, /* Item */
    {8541, 0, 0, 2, 0, 0}, /* JobName */
    {8549, 0, 0, 2, 0, 0}, /* JobArn */
    {3087, 0, 0, 495, 0, 0}, /* RoleArn */
    {8556, 0, 0, 2, 0, 0}, /* JobCategory */
    {8568, 0, 0, 2, 0, 0}, /* JobConfigSchemaVersion */
    {8591, 0, 0, 2, 0, 0}, /* JobConfigDocument */
    {4501, 0, 0, 103, 0, 0}, /* CreationTime */
    {4371, 0, 0, 103, 0, 0}, /* LastModifiedTime */
    {3761, 0, 0, 103, 0, 0}, /* EndTime */
    {8609, 0, 0, 2, 0, 0}, /* JobStatus */
    {5152, 0, 0, 2, 0, 0}, /* SecondaryStatus */
    {5217, 0, 0, 246, 0, 0}, /* SecondaryStatusTransitions */
    {4814, 0, 0, 2, 0, 0}, /* FailureReason */
    {39, 0, 0, 539, 0, 0}, /* Tags */
    {3744, 0, 0, 2, 0, 0}, /* Status */
    {3751, 0, 0, 103, 0, 0}, /* StartTime */
    {3761, 0, 0, 103, 0, 0}, /* EndTime */
    {1477, 0, 0, 170, 0, 0}, /* StatusMessage */
    {924, 0, 0, 4, 0, 0}, /* Arn */
    {1450, 0, 0, 395, 0, 0}, /* OutputParameters */
    {3744, 0, 0, 2, 0, 0}, /* Status */
    {4814, 0, 0, 2, 0, 0}, /* FailureReason */
    {8636, 0, 0, 209, 0, 0}, /* ActionArns */
    {8647, 0, 0, 209, 0, 0}, /* ArtifactArns */
    {8660, 0, 0, 209, 0, 0}, /* ContextArns */
    {8672, 0, 0, 25, 0, 0}, /* Associations */
    {8685, 0, 0, 103, 0, 1}, /* CreatedAfter */
    {8698, 0, 0, 103, 0, 1}, /* CreatedBefore */
    {8712, 0, 0, 336, 0, 1}, /* SortBy */
    {8719, 0, 0, 391, 0, 1}, /* SortOrder */
    {8729, 0, 0, 384, 0, 1}, /* NextToken */
    {8739, 0, 0, 288, 0, 1}, /* MaxResults */
    {8750, 0, 0, 177, 0, 0}, /* ExperimentSummaries */
    {8729, 0, 0, 384, 0, 0}, /* NextToken */
    {8770, 0, 0, 103, 0, 1}, /* CreationTimeAfter */
    {8788, 0, 0, 103, 0, 1}, /* CreationTimeBefore */
    {8739, 0, 0, 288, 0, 1}, /* MaxResults */
    {8807, 0, 0, 380, 0, 1}, /* NameContains */
    {8729, 0, 0, 384, 0, 1}, /* NextToken */
    {8712, 0, 0, 336, 0, 1}, /* SortBy */
    {8719, 0, 0, 391, 0, 1}, /* SortOrder */
    {8835, 0, 8820, 104, 0, 3}, /* CrossAccountFilterOption */
    {8860, 0, 0, 338, 0, 0}, /* ModelPackageGroupSummaryList */
    {8729, 0, 0, 384, 0, 0}, /* NextToken */
    {8770, 0, 0, 103, 0, 1}, /* CreationTimeAfter */
    {8788, 0, 0, 103, 0, 1}, /* CreationTimeBefore */
    {8739, 0, 0, 288, 0, 1}, /* MaxResults */
    {8807, 0, 0, 380, 0, 1}, /* NameContains */
    {2680, 0, 0, 307, 0, 1}, /* ModelApprovalStatus */
    {1719, 0, 0, 20, 0, 1}, /* ModelPackageGroupName */
    {8889, 0, 0, 348, 0, 1}, /* ModelPackageType */
    {8729, 0, 0, 384, 0, 1}, /* NextToken */
    {8712, 0, 0, 336, 0, 1}, /* SortBy */
    {8719, 0, 0, 391, 0, 1}, /* SortOrder */
    {8906, 0, 0, 347, 0, 0}, /* ModelPackageSummaryList */
    {8729, 0, 0, 384, 0, 0}, /* NextToken */
    {8712, 0, 0, 336, 0, 1}, /* SortBy */
    {8719, 0, 0, 391, 0, 1}, /* SortOrder */
    {8729, 0, 0, 384, 0, 1}, /* NextToken */
    {8739, 0, 0, 288, 0, 1}, /* MaxResults */
    {8807, 0, 0, 327, 0, 1}, /* NameContains */
    {8788, 0, 0, 103, 0, 1}, /* CreationTimeBefore */
    {8770, 0, 0, 103, 0, 1}, /* CreationTimeAfter */
    {8930, 0, 0, 354, 0, 0}, /* Models */
    {8729, 0, 0, 384, 0, 0}, /* NextToken */
    {4686, 0, 0, 410, 0, 1}, /* PipelineExecutionArn */
    {8729, 0, 0, 384, 0, 1}, /* NextToken */
    {8739, 0, 0, 288, 0, 1}, /* MaxResults */
    {8719, 0, 0, 391, 0, 1}, /* SortOrder */
    {8937, 0, 0, 413, 0, 0}, /* PipelineExecutionSteps */
    {8729, 0, 0, 384, 0, 0}, /* NextToken */
    {2967, 0, 0, 420, 1, 1}, /* PipelineName */
    {8685, 0, 0, 103, 0, 1}, /* CreatedAfter */
    {8698, 0, 0, 103, 0, 1}, /* CreatedBefore */
    {8712, 0, 0, 526, 0, 1}, /* SortBy */
    {8719, 0, 0, 391, 0, 1}, /* SortOrder */
    {8729, 0, 0, 384, 0, 1}, /* NextToken */
    {8739, 0, 0, 288, 0, 1}, /* MaxResults */
    {4884, 0, 0, 425, 0, 3}, /* PipelineVersionAlias */
    {8960, 0, 0, 416, 0, 0}, /* PipelineExecutionSummaries */
    {8729, 0, 0, 384, 0, 0}, /* NextToken */
    {4686, 0, 0, 410, 1, 1}, /* PipelineExecutionArn */
    {8729, 0, 0, 384, 0, 1}, /* NextToken */
    {8739, 0, 0, 288, 0, 1}, /* MaxResults */
    {8987, 0, 0, 398, 0, 0}, /* PipelineParameters */
    {8729, 0, 0, 384, 0, 0}, /* NextToken */
    {2967, 0, 0, 420, 1, 1}, /* PipelineName */
    {8685, 0, 0, 103, 0, 1}, /* CreatedAfter */
    {8698, 0, 0, 103, 0, 1}, /* CreatedBefore */
    {8719, 0, 0, 391, 0, 1}, /* SortOrder */
    {8729, 0, 0, 384, 0, 1}, /* NextToken */
    {8739, 0, 0, 288, 0, 1}, /* MaxResults */
    {9006, 0, 0, 429, 0, 0}, /* PipelineVersionSummaries */
    {8729, 0, 0, 384, 0, 0}, /* NextToken */
    {9031, 0, 0, 419, 0, 1}, /* PipelineNamePrefix */
    {8685, 0, 0, 103, 0, 1}, /* CreatedAfter */
    {8698, 0, 0, 103, 0, 1}, /* CreatedBefore */
    {8712, 0, 0, 336, 0, 1}, /* SortBy */
    {8719, 0, 0, 391, 0, 1}, /* SortOrder */
    {8729, 0, 0, 384, 0, 1}, /* NextToken */
    {8739, 0, 0, 288, 0, 1}, /* MaxResults */
    {9050, 0, 0, 418, 0, 3}, /* ManagedBy */
    {9060, 0, 0, 423, 0, 0}, /* PipelineSummaries */
    {8729, 0, 0, 384, 0, 0}, /* NextToken */
    {8770, 0, 0, 103, 0, 1}, /* CreationTimeAfter */
    {8788, 0, 0, 103, 0, 1}, /* CreationTimeBefore */
    {9078, 0, 0, 103, 0, 1}, /* LastModifiedTimeAfter */
    {9100, 0, 0, 103, 0, 1}, /* LastModifiedTimeBefore */
    {8807, 0, 0, 170, 0, 1}, /* NameContains */
    {9123, 0, 0, 443, 0, 1}, /* StatusEquals */
    {8712, 0, 0, 525, 0, 1}, /* SortBy */
    {8719, 0, 0, 391, 0, 1}, /* SortOrder */
    {8729, 0, 0, 384, 0, 1}, /* NextToken */
    {8739, 0, 0, 288, 0, 1}, /* MaxResults */
    {9136, 0, 0, 444, 0, 0}, /* ProcessingJobSummaries */
    {8729, 0, 0, 384, 0, 0}, /* NextToken */
    {27, 0, 0, 486, 1, 1}, /* ResourceArn */
    {8729, 0, 0, 384, 0, 1}, /* NextToken */
    {8739, 0, 0, 274, 0, 1}, /* MaxResults */
    {39, 0, 0, 539, 0, 0}, /* Tags */
    {8729, 0, 0, 384, 0, 0}, /* NextToken */
    {8729, 0, 0, 384, 0, 1}, /* NextToken */
    {8739, 0, 0, 288, 0, 1}, /* MaxResults */
    {8770, 0, 0, 103, 0, 1}, /* CreationTimeAfter */
    {8788, 0, 0, 103, 0, 1}, /* CreationTimeBefore */
    {9078, 0, 0, 103, 0, 1}, /* LastModifiedTimeAfter */
    {9100, 0, 0, 103, 0, 1}, /* LastModifiedTimeBefore */
    {8807, 0, 0, 380, 0, 1}, /* NameContains */
    {9123, 0, 0, 552, 0, 1}, /* StatusEquals */
    {8712, 0, 0, 525, 0, 1}, /* SortBy */
    {8719, 0, 0, 391, 0, 1}, /* SortOrder */
    {9159, 0, 0, 611, 0, 3}, /* WarmPoolStatusEquals */
    {9180, 0, 0, 556, 0, 3}, /* TrainingPlanArnEquals */
    {9202, 0, 0, 554, 0, 0}, /* TrainingJobSummaries */
    {8729, 0, 0, 384, 0, 0}, /* NextToken */
    {2306, 0, 0, 174, 0, 1}, /* ExperimentName */
    {613, 0, 0, 174, 0, 1}, /* TrialName */
    {650, 0, 0, 4, 0, 1}, /* SourceArn */
    {8685, 0, 0, 103, 0, 1}, /* CreatedAfter */
    {8698, 0, 0, 103, 0, 1}, /* CreatedBefore */
    {8712, 0, 0, 336, 0, 1}, /* SortBy */
    {8719, 0, 0, 391, 0, 1}, /* SortOrder */
    {8739, 0, 0, 288, 0, 1}, /* MaxResults */
    {8729, 0, 0, 384, 0, 1}, /* NextToken */
    {9223, 0, 0, 590, 0, 0}, /* TrialComponentSummaries */
    {8729, 0, 0, 384, 0, 0}, /* NextToken */
    {2306, 0, 0, 174, 0, 1}, /* ExperimentName */
    {594, 0, 0, 174, 0, 1}, /* TrialComponentName */
    {8685, 0, 0, 103, 0, 1}, /* CreatedAfter */
    {8698, 0, 0, 103, 0, 1}, /* CreatedBefore */
    {8712, 0, 0, 336, 0, 1}, /* SortBy */
    {8719, 0, 0, 391, 0, 1}, /* SortOrder */
    {8739, 0, 0, 288, 0, 1}, /* MaxResults */
    {8729, 0, 0, 384, 0, 1}, /* NextToken */
    {9247, 0, 0, 592, 0, 0}, /* TrialSummaries */
    {8729, 0, 0, 384, 0, 0}, /* NextToken */
    {9262, 0, 0, 2, 0, 0}, /* MlflowResourceArn */
    {9280, 0, 0, 69, 0, 0}, /* MlflowExperimentName */
    {2932, 0, 0, 284, 0, 0}, /* ManagedStorageType */
    {9328, 0, 0, 19, 0, 0}, /* CommitId */
    {9337, 0, 0, 19, 0, 0}, /* Repository */
    {9348, 0, 0, 19, 0, 0}, /* GeneratedBy */
    {9360, 0, 0, 19, 0, 0}, /* ProjectId */
    {6702, 0, 0, 295, 0, 0}, /* MetricName */
    {1495, 0, 0, 196, 0, 0}, /* Value */
    {9370, 0, 0, 103, 0, 0}, /* Timestamp */
    {44, 0, 0, 295, 1, 0}, /* Name */
    {9380, 0, 0, 297, 1, 0}, /* Regex */
    {9386, 0, 0, 300, 1, 0}, /* MetricsEndpointPath */
    {9406, 0, 0, 296, 0, 0}, /* MetricPublishFrequencyInSeconds */
    {1568, 0, 0, 4, 1, 0}, /* ContentType */
    {6573, 0, 0, 80, 0, 0}, /* ContentDigest */
    {247, 0, 0, 501, 1, 0}, /* S3Uri */
    {9262, 0, 0, 302, 1, 0}, /* MlflowResourceArn */
    {9280, 0, 0, 69, 0, 0}, /* MlflowExperimentName */
    {9536, 0, 0, 69, 0, 0}, /* MlflowRunName */
    {9550, 0, 0, 2, 0, 0}, /* MlflowExperimentId */
    {9569, 0, 0, 2, 0, 0}, /* MlflowRunId */
    {2347, 0, 0, 326, 0, 0}, /* ModelName */
    {2357, 0, 0, 74, 0, 0}, /* PrimaryContainer */
    {61, 0, 0, 75, 0, 0}, /* Containers */
    {2374, 0, 0, 228, 0, 0}, /* InferenceExecutionConfig */
    {2399, 0, 0, 495, 0, 0}, /* ExecutionRoleArn */
    {2416, 0, 0, 609, 0, 0}, /* VpcConfig */
    {4501, 0, 0, 103, 0, 0}, /* CreationTime */
    {2449, 0, 0, 2, 0, 0}, /* ModelArn */
    {2426, 0, 0, 5, 0, 0}, /* EnableNetworkIsolation */
    {39, 0, 0, 539, 0, 0}, /* Tags */
    {4539, 0, 0, 134, 0, 0}, /* DeploymentRecommendation */
    {9581, 0, 0, 5, 1, 0}, /* AcceptEula */
    {9632, 0, 0, 501, 0, 0}, /* S3ModelArtifacts */
    {9666, 0, 0, 2, 0, 0}, /* ModelCardArn */
    {9679, 0, 0, 166, 0, 0}, /* ModelCardName */
    {9693, 0, 0, 46, 0, 0}, /* ModelCardVersion */
    {9710, 0, 0, 311, 0, 0}, /* Content */
    {9718, 0, 0, 313, 0, 0}, /* ModelCardStatus */
    {2892, 0, 0, 312, 0, 0}, /* SecurityConfig */
    {4501, 0, 0, 103, 0, 0}, /* CreationTime */
    {4514, 0, 0, 604, 0, 0}, /* CreatedBy */
    {4371, 0, 0, 103, 0, 0}, /* LastModifiedTime */
    {4524, 0, 0, 604, 0, 0}, /* LastModifiedBy */
    {39, 0, 0, 539, 0, 0}, /* Tags */
    {9734, 0, 0, 170, 0, 0}, /* ModelId */
    {9742, 0, 0, 170, 0, 0}, /* RiskRating */
    {1719, 0, 0, 170, 0, 0}, /* ModelPackageGroupName */
    {783, 0, 0, 248, 0, 0}, /* KmsKeyId */
    {9791, 0, 0, 46, 0, 0}, /* InvocationsTimeoutInSeconds */
    {9819, 0, 0, 46, 0, 0}, /* InvocationsMaxRetries */
    {5766, 0, 0, 2, 0, 0}, /* EndpointName */
    {5779, 0, 0, 2, 0, 0}, /* EndpointArn */
    {4501, 0, 0, 103, 0, 0}, /* CreationTime */
    {4371, 0, 0, 103, 0, 0}, /* LastModifiedTime */
    {5847, 0, 0, 2, 0, 0}, /* EndpointStatus */
    {9841, 0, 0, 5, 0, 0}, /* Enabled */
    {9849, 0, 0, 305, 0, 0}, /* Model */
    {9855, 0, 0, 316, 0, 0}, /* Endpoints */
    {9865, 0, 0, 569, 0, 0}, /* LastBatchTransformJob */
    {5862, 0, 0, 321, 0, 0}, /* MonitoringSchedules */
    {2907, 0, 0, 319, 0, 0}, /* ModelCard */
    {9666, 0, 0, 2, 0, 0}, /* ModelCardArn */
    {9679, 0, 0, 166, 0, 0}, /* ModelCardName */
    {9693, 0, 0, 46, 0, 0}, /* ModelCardVersion */
    {9718, 0, 0, 313, 0, 0}, /* ModelCardStatus */
    {2892, 0, 0, 312, 0, 0}, /* SecurityConfig */
    {4501, 0, 0, 103, 0, 0}, /* CreationTime */
    {4514, 0, 0, 604, 0, 0}, /* CreatedBy */
    {4371, 0, 0, 103, 0, 0}, /* LastModifiedTime */
    {4524, 0, 0, 604, 0, 0}, /* LastModifiedBy */
    {39, 0, 0, 539, 0, 0}, /* Tags */
    {9734, 0, 0, 170, 0, 0}, /* ModelId */
    {9742, 0, 0, 170, 0, 0}, /* RiskRating */
    {5056, 0, 0, 2, 0, 0}, /* MonitoringScheduleArn */
    {9887, 0, 0, 2, 0, 0}, /* MonitoringScheduleName */
    {9910, 0, 0, 2, 0, 0}, /* MonitoringScheduleStatus */
    {9935, 0, 0, 2, 0, 0}, /* MonitoringType */
    {4814, 0, 0, 2, 0, 0}, /* FailureReason */
    {4501, 0, 0, 103, 0, 0}, /* CreationTime */
    {4371, 0, 0, 103, 0, 0}, /* LastModifiedTime */
    {9950, 0, 0, 376, 0, 0}, /* MonitoringScheduleConfig */
    {5766, 0, 0, 2, 0, 0}, /* EndpointName */
    {9975, 0, 0, 357, 0, 0}, /* MonitoringAlertSummaries */
    {10000, 0, 0, 365, 0, 0}, /* LastMonitoringExecutionSummary */
    {10031, 0, 0, 42, 0, 0}, /* BatchTransformInput */
    {223, 0, 0, 499, 0, 0}, /* S3DataSource */
    {10051, 0, 0, 113, 1, 0}, /* DataInputConfig */
    {10067, 0, 0, 166, 1, 0}, /* Stage */
    {10073, 0, 0, 166, 1, 0}, /* StageStatus */
    {10085, 0, 0, 531, 0, 0}, /* StageDescription */
    {5503, 0, 0, 157, 0, 0}, /* ModelQuality */
    {5516, 0, 0, 157, 0, 0}, /* ModelDataQuality */
    {5483, 0, 0, 45, 0, 0}, /* Bias */
    {5488, 0, 0, 179, 0, 0}, /* Explainability */
    {2059, 0, 0, 166, 0, 0}, /* ModelPackageName */
    {1719, 0, 0, 166, 0, 0}, /* ModelPackageGroupName */
    {4601, 0, 0, 46, 0, 0}, /* ModelPackageVersion */
    {2553, 0, 0, 340, 0, 0}, /* ModelPackageRegistrationType */
    {2951, 0, 0, 329, 0, 0}, /* ModelPackageArn */
    {2529, 0, 0, 165, 0, 0}, /* ModelPackageDescription */
    {4501, 0, 0, 103, 0, 0}, /* CreationTime */
    {2582, 0, 0, 230, 0, 0}, /* InferenceSpecification */
    {2629, 0, 0, 529, 0, 0}, /* SourceAlgorithmSpecification */
    {2605, 0, 0, 351, 0, 0}, /* ValidationSpecification */
    {4621, 0, 0, 2, 0, 0}, /* ModelPackageStatus */
    {4640, 0, 0, 343, 0, 0}, /* ModelPackageStatusDetails */
    {2658, 0, 0, 5, 0, 0}, /* CertifyForMarketplace */
    {2680, 0, 0, 307, 0, 0}, /* ModelApprovalStatus */
    {4514, 0, 0, 604, 0, 0}, /* CreatedBy */
    {2700, 0, 0, 291, 0, 0}, /* MetadataProperties */
    {2719, 0, 0, 325, 0, 0}, /* ModelMetrics */
    {4371, 0, 0, 103, 0, 0}, /* LastModifiedTime */
    {4524, 0, 0, 604, 0, 0}, /* LastModifiedBy */
    {4666, 0, 0, 19, 0, 0}, /* ApprovalDescription */
    {2744, 0, 0, 170, 0, 0}, /* Domain */
    {2751, 0, 0, 170, 0, 0}, /* Task */
    {2756, 0, 0, 170, 0, 0}, /* SamplePayloadUrl */
    {2820, 0, 0, 9, 0, 0}, /* AdditionalInferenceSpecifications */
    {2882, 0, 0, 342, 0, 0}, /* SourceUri */
    {2892, 0, 0, 341, 0, 0}, /* SecurityConfig */
    {2907, 0, 0, 339, 0, 0}, /* ModelCard */
    {2917, 0, 0, 324, 0, 0}, /* ModelLifeCycle */
    {39, 0, 0, 539, 0, 0}, /* Tags */
    {2773, 0, 0, 107, 0, 0}, /* CustomerMetadataProperties */
    {2800, 0, 0, 154, 0, 0}, /* DriftCheckBaselines */
    {2862, 0, 0, 524, 0, 0}, /* SkipModelValidation */
    {2508, 0, 0, 335, 1, 0}, /* ModelPackageGroupArn */
    {10222, 0, 0, 329, 0, 0}, /* SourceModelPackageArn */
    {1950, 0, 0, 76, 0, 0}, /* ContainerHostname */
    {1968, 0, 0, 77, 0, 0}, /* Image */
    {10244, 0, 0, 80, 0, 0}, /* ImageDigest */
    {1991, 0, 0, 501, 0, 0}, /* ModelDataUrl */
    {2004, 0, 0, 322, 0, 0}, /* ModelDataSource */
    {10256, 0, 0, 457, 0, 0}, /* ProductId */
    {2047, 0, 0, 168, 0, 0}, /* Environment */
    {10266, 0, 0, 323, 0, 0}, /* ModelInput */
    {10277, 0, 0, 170, 0, 0}, /* Framework */
    {10287, 0, 0, 333, 0, 0}, /* FrameworkVersion */
    {10304, 0, 0, 170, 0, 0}, /* NearestModelName */
    {2020, 0, 0, 12, 0, 0}, /* AdditionalModelDataSources */
    {10321, 0, 0, 13, 0, 0}, /* AdditionalS3DataSource */
    {10344, 0, 0, 170, 0, 0}, /* ModelDataETag */
    {10358, 0, 0, 5, 0, 0}, /* IsCheckpoint */
    {10371, 0, 0, 39, 0, 0}, /* BaseModel */
    {1719, 0, 0, 166, 0, 0}, /* ModelPackageGroupName */
    {2508, 0, 0, 335, 0, 0}, /* ModelPackageGroupArn */
    {2458, 0, 0, 165, 0, 0}, /* ModelPackageGroupDescription */
    {4501, 0, 0, 103, 0, 0}, /* CreationTime */
    {4514, 0, 0, 604, 0, 0}, /* CreatedBy */
    {4564, 0, 0, 2, 0, 0}, /* ModelPackageGroupStatus */
    {39, 0, 0, 539, 0, 0}, /* Tags */
    {1719, 0, 0, 166, 0, 0}, /* ModelPackageGroupName */
    {2508, 0, 0, 335, 0, 0}, /* ModelPackageGroupArn */
    {2458, 0, 0, 165, 0, 0}, /* ModelPackageGroupDescription */
    {4501, 0, 0, 103, 0, 0}, /* CreationTime */
    {4564, 0, 0, 2, 0, 0}, /* ModelPackageGroupStatus */
    {2487, 0, 0, 283, 0, 0}, /* ManagedConfiguration */
    {10507, 0, 0, 311, 0, 0}, /* ModelCardContent */
    {9718, 0, 0, 313, 0, 0}, /* ModelCardStatus */
    {783, 0, 0, 248, 1, 0}, /* KmsKeyId */
    {10578, 0, 0, 345, 0, 0}, /* ValidationStatuses */
    {10597, 0, 0, 345, 0, 0}, /* ImageScanStatuses */
    {44, 0, 0, 166, 0, 0}, /* Name */
    {3744, 0, 0, 2, 0, 0}, /* Status */
    {4814, 0, 0, 170, 0, 0}, /* FailureReason */
    {2059, 0, 0, 166, 0, 0}, /* ModelPackageName */
    {1719, 0, 0, 166, 0, 0}, /* ModelPackageGroupName */
    {4601, 0, 0, 46, 0, 0}, /* ModelPackageVersion */
    {2951, 0, 0, 329, 0, 0}, /* ModelPackageArn */
    {2529, 0, 0, 165, 0, 0}, /* ModelPackageDescription */
    {4501, 0, 0, 103, 0, 0}, /* CreationTime */
    {4621, 0, 0, 2, 0, 0}, /* ModelPackageStatus */
    {2680, 0, 0, 307, 0, 0}, /* ModelApprovalStatus */
    {2917, 0, 0, 324, 0, 0}, /* ModelLifeCycle */
    {2553, 0, 0, 340, 0, 0}, /* ModelPackageRegistrationType */
    {10642, 0, 0, 166, 1, 0}, /* ProfileName */
    {10654, 0, 0, 570, 1, 0}, /* TransformJobDefinition */
    {10677, 0, 0, 495, 1, 0}, /* ValidationRole */
    {10692, 0, 0, 350, 1, 0}, /* ValidationProfiles */
    {924, 0, 0, 4, 0, 0}, /* Arn */
    {2347, 0, 0, 326, 0, 0}, /* ModelName */
    {2449, 0, 0, 2, 0, 0}, /* ModelArn */
    {4501, 0, 0, 103, 0, 0}, /* CreationTime */
    {10711, 0, 0, 317, 0, 0}, /* ModelDashboardIndicator */
    {10735, 0, 0, 2, 0, 0}, /* MonitoringAlertName */
    {4501, 0, 0, 103, 0, 0}, /* CreationTime */
    {4371, 0, 0, 103, 0, 0}, /* LastModifiedTime */
    {10755, 0, 0, 2, 0, 0}, /* AlertStatus */
    {10767, 0, 0, 46, 0, 0}, /* DatapointsToAlert */
    {10785, 0, 0, 46, 0, 0}, /* EvaluationPeriod */
    {10802, 0, 0, 355, 0, 0}, /* Actions */
    {474, 0, 0, 15, 0, 0}, /* ImageUri */
    {404, 0, 0, 73, 0, 0}, /* ContainerEntrypoint */
    {424, 0, 0, 64, 0, 0}, /* ContainerArguments */
    {10810, 0, 0, 501, 0, 0}, /* RecordPreprocessorSourceUri */
    {10838, 0, 0, 501, 0, 0}, /* PostAnalyticsProcessorSourceUri */
    {10870, 0, 0, 166, 0, 0}, /* BaseliningJobName */
    {10888, 0, 0, 361, 0, 0}, /* ConstraintsResource */
    {10908, 0, 0, 361, 0, 0}, /* StatisticsResource */
    {7557, 0, 0, 288, 0, 0}, /* InstanceCount */
    {4272, 0, 0, 441, 0, 0}, /* InstanceType */
    {4285, 0, 0, 456, 0, 0}, /* VolumeSizeInGB */
    {8217, 0, 0, 248, 0, 0}, /* VolumeKmsKeyId */
    {247, 0, 0, 501, 0, 0}, /* S3Uri */
    {10927, 0, 0, 5, 0, 0}, /* Header */
    {10934, 0, 0, 362, 0, 0}, /* Csv */
    {10938, 0, 0, 369, 0, 0}, /* Json */
    {10943, 0, 0, 129, 0, 0}, /* Parquet */
    {9887, 0, 0, 2, 0, 0}, /* MonitoringScheduleName */
    {10951, 0, 0, 103, 0, 0}, /* ScheduledTime */
    {4501, 0, 0, 103, 0, 0}, /* CreationTime */
    {4371, 0, 0, 103, 0, 0}, /* LastModifiedTime */
    {10965, 0, 0, 2, 0, 0}, /* MonitoringExecutionStatus */
    {3299, 0, 0, 2, 0, 0}, /* ProcessingJobArn */
    {5766, 0, 0, 2, 0, 0}, /* EndpointName */
    {4814, 0, 0, 2, 0, 0}, /* FailureReason */
    {10991, 0, 0, 2, 0, 0}, /* MonitoringJobDefinitionName */
    {9935, 0, 0, 2, 0, 0}, /* MonitoringType */
    {11019, 0, 0, 164, 0, 0}, /* EndpointInput */
    {10031, 0, 0, 42, 0, 0}, /* BatchTransformInput */
    {11033, 0, 0, 359, 0, 0}, /* BaselineConfig */
    {11048, 0, 0, 367, 0, 0}, /* MonitoringInputs */
    {11065, 0, 0, 371, 0, 0}, /* MonitoringOutputConfig */
    {11088, 0, 0, 373, 0, 0}, /* MonitoringResources */
    {11108, 0, 0, 358, 0, 0}, /* MonitoringAppSpecification */
    {3233, 0, 0, 378, 0, 0}, /* StoppingCondition */
    {2047, 0, 0, 364, 0, 0}, /* Environment */
    {3268, 0, 0, 383, 0, 0}, /* NetworkConfig */
    {3087, 0, 0, 495, 0, 0}, /* RoleArn */
    {11135, 0, 0, 5, 0, 0}, /* Line */
    {11140, 0, 0, 374, 0, 0}, /* S3Output */
    {11149, 0, 0, 372, 0, 0}, /* MonitoringOutputs */
    {783, 0, 0, 248, 0, 0}, /* KmsKeyId */
    {11167, 0, 0, 360, 0, 0}, /* ClusterConfig */
    {247, 0, 0, 2, 0, 0}, /* S3Uri */
    {1087, 0, 0, 4, 0, 0}, /* LocalPath */
    {11181, 0, 0, 454, 0, 0}, /* S3UploadMode */
    {5056, 0, 0, 2, 0, 0}, /* MonitoringScheduleArn */
    {9887, 0, 0, 2, 0, 0}, /* MonitoringScheduleName */
    {9910, 0, 0, 2, 0, 0}, /* MonitoringScheduleStatus */
    {9935, 0, 0, 2, 0, 0}, /* MonitoringType */
    {4814, 0, 0, 2, 0, 0}, /* FailureReason */
    {4501, 0, 0, 103, 0, 0}, /* CreationTime */
    {4371, 0, 0, 103, 0, 0}, /* LastModifiedTime */
    {9950, 0, 0, 376, 0, 0}, /* MonitoringScheduleConfig */
    {5766, 0, 0, 2, 0, 0}, /* EndpointName */
    {10000, 0, 0, 365, 0, 0}, /* LastMonitoringExecutionSummary */
    {39, 0, 0, 539, 0, 0}, /* Tags */
    {11194, 0, 0, 503, 0, 0}, /* ScheduleConfig */
    {11209, 0, 0, 368, 0, 0}, /* MonitoringJobDefinition */
    {10991, 0, 0, 2, 0, 0}, /* MonitoringJobDefinitionName */
    {9935, 0, 0, 2, 0, 0}, /* MonitoringType */
    {11233, 0, 0, 46, 0, 0}, /* MaxRuntimeInSeconds */
    {11253, 0, 0, 309, 0, 0}, /* ModelCacheSetting */
    {11286, 0, 0, 295, 1, 0}, /* NestedPropertyName */
    {11305, 0, 0, 192, 1, 0}, /* Filters */
    {3419, 0, 364, 5, 0, 2}, /* EnableInterContainerTrafficEncryption */
    {2426, 0, 0, 5, 0, 0}, /* EnableNetworkIsolation */
    {2416, 0, 0, 609, 0, 2}, /* VpcConfig */
    {11313, 0, 0, 46, 0, 0}, /* Succeeded */
    {11323, 0, 0, 46, 0, 0}, /* Pending */
    {11331, 0, 0, 46, 0, 0}, /* Failed */
    {11338, 0, 0, 502, 0, 0}, /* S3StorageConfig */
    {11354, 0, 0, 5, 0, 0}, /* DisableGlueTableCreation */
    {11379, 0, 0, 111, 0, 0}, /* DataCatalogConfig */
    {11397, 0, 0, 2, 0, 0}, /* TableFormat */
    {3744, 0, 0, 2, 0, 0}, /* Status */
    {11409, 0, 0, 2, 0, 0}, /* BlockedReason */
    {2892, 0, 0, 312, 0, 0}, /* SecurityConfig */
    {11423, 0, 0, 5, 0, 0}, /* EnableOnlineStore */
    {11441, 0, 0, 594, 0, 0}, /* TtlDuration */
    {11453, 0, 0, 2, 0, 0}, /* StorageType */
    {783, 0, 11602, 248, 0, 2}, /* KmsKeyId */
    {4178, 0, 0, 501, 1, 0}, /* S3OutputPath */
    {253, 0, 0, 392, 0, 0}, /* CompressionType */
    {44, 0, 0, 4, 0, 0}, /* Name */
    {1495, 0, 0, 19, 0, 0}, /* Value */
    {11606, 0, 0, 286, 1, 0}, /* MaxParallelExecutionSteps */
    {44, 0, 0, 421, 1, 0}, /* Name */
    {1495, 0, 0, 19, 1, 0}, /* Value */
    {11632, 0, 0, 83, 0, 0}, /* IntegerParameterRanges */
    {11655, 0, 0, 83, 0, 0}, /* ContinuousParameterRanges */
    {11681, 0, 0, 53, 0, 0}, /* CategoricalParameterRanges */
    {11708, 0, 0, 38, 0, 0}, /* AutoParameters */
    {613, 0, 0, 174, 0, 0}, /* TrialName */
    {2306, 0, 0, 174, 0, 0}, /* ExperimentName */
    {7810, 0, 0, 2, 0, 0}, /* HyperParameterTuningJobName */
    {3143, 0, 0, 406, 0, 0}, /* PipelineArn */
    {2967, 0, 0, 419, 0, 0}, /* PipelineName */
    {2980, 0, 0, 419, 0, 0}, /* PipelineDisplayName */
    {3048, 0, 0, 173, 0, 0}, /* PipelineDescription */
    {3087, 0, 0, 495, 0, 0}, /* RoleArn */
    {4905, 0, 0, 2, 0, 0}, /* PipelineStatus */
    {4501, 0, 0, 103, 0, 0}, /* CreationTime */
    {4371, 0, 0, 103, 0, 0}, /* LastModifiedTime */
    {4920, 0, 0, 103, 0, 0}, /* LastRunTime */
    {4514, 0, 0, 604, 0, 0}, /* CreatedBy */
    {4524, 0, 0, 604, 0, 0}, /* LastModifiedBy */
    {3095, 0, 0, 396, 0, 0}, /* ParallelismConfiguration */
    {39, 0, 0, 539, 0, 0}, /* Tags */
    {11794, 0, 0, 49, 1, 0}, /* Bucket */
    {11801, 0, 0, 193, 1, 0}, /* ObjectKey */
    {11811, 0, 0, 193, 0, 3}, /* VersionId */
    {3143, 0, 0, 406, 0, 0}, /* PipelineArn */
    {4686, 0, 0, 410, 0, 0}, /* PipelineExecutionArn */
    {4707, 0, 0, 411, 0, 0}, /* PipelineExecutionDisplayName */
    {4736, 0, 0, 2, 0, 0}, /* PipelineExecutionStatus */
    {4760, 0, 0, 173, 0, 0}, /* PipelineExecutionDescription */
    {4789, 0, 0, 417, 0, 0}, /* PipelineExperimentConfig */
    {4814, 0, 0, 2, 0, 0}, /* FailureReason */
    {4501, 0, 0, 103, 0, 0}, /* CreationTime */
    {4371, 0, 0, 103, 0, 0}, /* LastModifiedTime */
    {4514, 0, 0, 604, 0, 0}, /* CreatedBy */
    {4524, 0, 0, 604, 0, 0}, /* LastModifiedBy */
    {3095, 0, 0, 396, 0, 0}, /* ParallelismConfiguration */
    {4828, 0, 0, 515, 0, 0}, /* SelectiveExecutionConfig */
    {8987, 0, 0, 398, 0, 0}, /* PipelineParameters */
    {4853, 0, 0, 427, 0, 0}, /* PipelineVersionId */
    {4932, 0, 0, 411, 0, 0}, /* PipelineVersionDisplayName */
    {1799, 0, 0, 2, 0, 0}, /* StepName */
    {11930, 0, 0, 2, 0, 0}, /* StepDisplayName */
    {11946, 0, 0, 2, 0, 0}, /* StepDescription */
    {3751, 0, 0, 103, 0, 0}, /* StartTime */
    {3761, 0, 0, 103, 0, 0}, /* EndTime */
    {11962, 0, 0, 2, 0, 0}, /* StepStatus */
    {11973, 0, 0, 50, 0, 0}, /* CacheHitResult */
    {4814, 0, 0, 2, 0, 0}, /* FailureReason */
    {11988, 0, 0, 414, 0, 0}, /* Metadata */
    {11997, 0, 0, 46, 0, 0}, /* AttemptCount */
    {12010, 0, 0, 50, 0, 0}, /* SelectiveExecutionResult */
    {12035, 0, 0, 243, 0, 0}, /* IterationContext */
    {12052, 0, 0, 36, 0, 0}, /* TrainingJob */
    {12064, 0, 0, 36, 0, 0}, /* ProcessingJob */
    {12078, 0, 0, 36, 0, 0}, /* TransformJob */
    {12091, 0, 0, 36, 0, 0}, /* TuningJob */
    {9849, 0, 0, 352, 0, 0}, /* Model */
    {12101, 0, 0, 352, 0, 0}, /* RegisterModel */
    {12115, 0, 0, 72, 0, 0}, /* Condition */
    {12125, 0, 0, 51, 0, 0}, /* Callback */
    {12134, 0, 0, 249, 0, 0}, /* Lambda */
    {12141, 0, 0, 159, 0, 0}, /* EMR */
    {12145, 0, 0, 158, 0, 0}, /* EMRServerless */
    {12159, 0, 0, 471, 0, 0}, /* QualityCheck */
    {12172, 0, 0, 60, 0, 0}, /* ClarifyCheck */
    {12185, 0, 0, 180, 0, 0}, /* Fail */
    {12190, 0, 0, 36, 0, 0}, /* AutoMLJob */
    {12200, 0, 0, 36, 0, 0}, /* Endpoint */
    {12209, 0, 0, 36, 0, 0}, /* EndpointConfig */
    {12224, 0, 0, 43, 0, 0}, /* BedrockCustomModel */
    {12243, 0, 0, 43, 0, 0}, /* BedrockCustomModelDeployment */
    {12272, 0, 0, 43, 0, 0}, /* BedrockProvisionedModelThroughput */
    {12306, 0, 0, 43, 0, 0}, /* BedrockModelImport */
    {12325, 0, 0, 36, 0, 0}, /* InferenceComponent */
    {12344, 0, 0, 252, 0, 0}, /* Lineage */
    {12352, 0, 0, 43, 0, 0}, /* Job */
    {12356, 0, 0, 32, 0, 0}, /* Athena */
    {12363, 0, 0, 63, 0, 0}, /* Cleanup */
    {12371, 0, 0, 198, 0, 0}, /* ForEach */
    {12379, 0, 0, 203, 0, 0}, /* HubContent */
    {4686, 0, 0, 410, 0, 0}, /* PipelineExecutionArn */
    {3751, 0, 0, 103, 0, 0}, /* StartTime */
    {4736, 0, 0, 2, 0, 0}, /* PipelineExecutionStatus */
    {4760, 0, 0, 173, 0, 0}, /* PipelineExecutionDescription */
    {4707, 0, 0, 411, 0, 0}, /* PipelineExecutionDisplayName */
    {12390, 0, 0, 2, 0, 0}, /* PipelineExecutionFailureReason */
    {3120, 0, 0, 426, 0, 0}, /* PipelineVersionAliases */
    {2306, 0, 0, 174, 0, 0}, /* ExperimentName */
    {613, 0, 0, 174, 0, 0}, /* TrialName */
    {3143, 0, 0, 406, 0, 0}, /* PipelineArn */
    {2967, 0, 0, 419, 0, 0}, /* PipelineName */
    {2980, 0, 0, 419, 0, 0}, /* PipelineDisplayName */
    {3048, 0, 0, 173, 0, 0}, /* PipelineDescription */
    {3087, 0, 0, 495, 0, 0}, /* RoleArn */
    {4501, 0, 0, 103, 0, 0}, /* CreationTime */
    {4371, 0, 0, 103, 0, 0}, /* LastModifiedTime */
    {12588, 0, 0, 103, 0, 0}, /* LastExecutionTime */
    {3143, 0, 0, 406, 0, 0}, /* PipelineArn */
    {4853, 0, 0, 427, 0, 0}, /* PipelineVersionId */
    {4932, 0, 0, 411, 0, 0}, /* PipelineVersionDisplayName */
    {4959, 0, 0, 173, 0, 0}, /* PipelineVersionDescription */
    {4501, 0, 0, 103, 0, 0}, /* CreationTime */
    {4371, 0, 0, 103, 0, 0}, /* LastModifiedTime */
    {4514, 0, 0, 604, 0, 0}, /* CreatedBy */
    {4524, 0, 0, 604, 0, 0}, /* LastModifiedBy */
    {12606, 0, 0, 410, 0, 0}, /* LastExecutedPipelineExecutionArn */
    {12639, 0, 0, 411, 0, 0}, /* LastExecutedPipelineExecutionDisplayName */
    {12680, 0, 0, 2, 0, 0}, /* LastExecutedPipelineExecutionStatus */
    {3120, 0, 0, 426, 0, 0}, /* PipelineVersionAliases */
    {3143, 0, 0, 406, 0, 0}, /* PipelineArn */
    {4853, 0, 0, 427, 0, 0}, /* PipelineVersionId */
    {4501, 0, 0, 103, 0, 0}, /* CreationTime */
    {4959, 0, 0, 173, 0, 0}, /* PipelineVersionDescription */
    {4932, 0, 0, 411, 0, 0}, /* PipelineVersionDisplayName */
    {12739, 0, 0, 410, 0, 0}, /* LastExecutionPipelineExecutionArn */
    {3120, 0, 0, 426, 0, 0}, /* PipelineVersionAliases */
    {12773, 0, 0, 4, 0, 0}, /* UltraServerId */
    {7557, 0, 0, 285, 1, 0}, /* InstanceCount */
    {12787, 0, 0, 46, 0, 0}, /* PrefixLength */
    {12800, 0, 0, 46, 0, 0}, /* ConcurrencyThreshold */
    {7557, 0, 0, 288, 0, 0}, /* InstanceCount */
    {4272, 0, 0, 441, 0, 2}, /* InstanceType */
    {4285, 0, 0, 456, 1, 2}, /* VolumeSizeInGB */
    {8217, 0, 11602, 248, 0, 2}, /* VolumeKmsKeyId */
    {12821, 0, 0, 440, 0, 3}, /* InstancePreferences */
    {12841, 0, 0, 441, 0, 3}, /* SelectedInstanceType */
    {12862, 0, 0, 288, 0, 3}, /* SelectedInstanceCount */
    {6360, 0, 0, 184, 1, 0}, /* FeatureGroupName */
    {12884, 0, 0, 170, 1, 0}, /* InputName */
    {12894, 0, 364, 5, 0, 3}, /* AppManaged */
    {12905, 0, 0, 452, 0, 0}, /* S3Input */
    {12913, 0, 0, 116, 0, 3}, /* DatasetDefinition */
    {4272, 0, 0, 441, 1, 0}, /* InstanceType */
    {7557, 0, 0, 288, 0, 0}, /* InstanceCount */
    {3155, 0, 0, 438, 0, 0}, /* ProcessingInputs */
    {3172, 0, 0, 448, 0, 0}, /* ProcessingOutputConfig */
    {3195, 0, 0, 166, 0, 0}, /* ProcessingJobName */
    {3213, 0, 0, 450, 0, 0}, /* ProcessingResources */
    {3233, 0, 0, 455, 0, 0}, /* StoppingCondition */
    {3251, 0, 0, 18, 0, 0}, /* AppSpecification */
    {2047, 0, 0, 435, 0, 0}, /* Environment */
    {3268, 0, 0, 383, 0, 0}, /* NetworkConfig */
    {3087, 0, 0, 495, 0, 0}, /* RoleArn */
    {3282, 0, 0, 172, 0, 0}, /* ExperimentConfig */
    {3299, 0, 0, 2, 0, 0}, /* ProcessingJobArn */
    {4986, 0, 0, 443, 0, 0}, /* ProcessingJobStatus */
    {5006, 0, 0, 2, 0, 0}, /* ExitMessage */
    {4814, 0, 0, 2, 0, 0}, /* FailureReason */
    {5018, 0, 0, 103, 0, 0}, /* ProcessingEndTime */
    {5036, 0, 0, 103, 0, 0}, /* ProcessingStartTime */
    {4371, 0, 0, 103, 0, 0}, /* LastModifiedTime */
    {4501, 0, 0, 103, 0, 0}, /* CreationTime */
    {5056, 0, 0, 2, 0, 0}, /* MonitoringScheduleArn */
    {5078, 0, 0, 2, 0, 0}, /* AutoMLJobArn */
    {3729, 0, 0, 2, 0, 0}, /* TrainingJobArn */
    {39, 0, 0, 539, 0, 0}, /* Tags */
    {3195, 0, 0, 166, 0, 0}, /* ProcessingJobName */
    {3299, 0, 0, 2, 0, 0}, /* ProcessingJobArn */
    {4501, 0, 0, 103, 0, 0}, /* CreationTime */
    {5018, 0, 0, 103, 0, 0}, /* ProcessingEndTime */
    {4371, 0, 0, 103, 0, 0}, /* LastModifiedTime */
    {4986, 0, 0, 443, 0, 0}, /* ProcessingJobStatus */
    {4814, 0, 0, 2, 0, 0}, /* FailureReason */
    {5006, 0, 0, 2, 0, 0}, /* ExitMessage */
    {16221, 0, 0, 170, 1, 0}, /* OutputName */
    {11140, 0, 0, 453, 0, 0}, /* S3Output */
    {16232, 0, 0, 436, 0, 3}, /* FeatureStoreOutput */
    {12894, 0, 364, 5, 0, 3}, /* AppManaged */
    {16251, 0, 0, 449, 1, 0}, /* Outputs */
    {783, 0, 11602, 248, 0, 2}, /* KmsKeyId */
    {11167, 0, 0, 433, 1, 0}, /* ClusterConfig */
    {247, 0, 0, 501, 1, 0}, /* S3Uri */
    {1087, 0, 0, 4, 0, 0}, /* LocalPath */
    {236, 0, 16281, 451, 1, 1}, /* S3DataType */
    {1097, 0, 320, 233, 0, 1}, /* S3InputMode */
    {1109, 0, 0, 112, 0, 0}, /* S3DataDistributionType */
    {16297, 0, 1580, 71, 0, 1}, /* S3CompressionType */
    {247, 0, 0, 501, 1, 0}, /* S3Uri */
    {1087, 0, 0, 4, 0, 0}, /* LocalPath */
    {11181, 0, 16315, 454, 1, 2}, /* S3UploadMode */
    {11233, 0, 0, 446, 1, 0}, /* MaxRuntimeInSeconds */
    {16375, 0, 0, 2, 0, 0}, /* MlReservationArn */
    {16392, 0, 0, 2, 0, 0}, /* CapacityReservationPreference */
    {5702, 0, 0, 46, 0, 0}, /* TotalInstanceCount */
    {5721, 0, 0, 46, 0, 0}, /* AvailableInstanceCount */
    {5744, 0, 0, 46, 0, 0}, /* UsedByCurrentEndpoint */
    {16422, 0, 0, 161, 0, 0}, /* Ec2CapacityReservations */
    {3744, 0, 0, 2, 0, 0}, /* Status */
    {20632, 0, 0, 46, 0, 0}, /* MinInstanceCount */
    {20649, 0, 0, 46, 0, 0}, /* MaxInstanceCount */
    {20666, 0, 0, 461, 0, 0}, /* ScaleInPolicy */
    {7637, 0, 0, 2, 0, 0}, /* Strategy */
    {20680, 0, 0, 46, 0, 0}, /* MaximumStepSize */
    {20696, 0, 0, 46, 0, 0}, /* CooldownInMinutes */
    {20714, 0, 0, 2, 0, 0}, /* RoutingStrategy */
    {20730, 0, 0, 432, 0, 0}, /* PrefixAwareRoutingConfig */
    {20755, 0, 0, 46, 0, 0}, /* MemorySizeInMB */
    {20770, 0, 0, 46, 0, 0}, /* MaxConcurrency */
    {20785, 0, 0, 46, 0, 0}, /* ProvisionedConcurrency */
    {3744, 0, 0, 2, 0, 0}, /* Status */
    {1477, 0, 0, 2, 0, 0}, /* StatusMessage */
    {3751, 0, 0, 103, 0, 0}, /* StartTime */
    {20808, 0, 0, 2, 0, 0}, /* VariantName */
    {20820, 0, 0, 133, 0, 0}, /* DeployedImages */
    {20835, 0, 0, 196, 0, 0}, /* CurrentWeight */
    {20849, 0, 0, 196, 0, 0}, /* DesiredWeight */
    {8483, 0, 0, 46, 0, 0}, /* CurrentInstanceCount */
    {20863, 0, 0, 46, 0, 0}, /* DesiredInstanceCount */
    {20884, 0, 0, 240, 0, 0}, /* InstancePools */
    {20898, 0, 0, 465, 0, 0}, /* VariantStatus */
    {20912, 0, 0, 463, 0, 0}, /* CurrentServerlessConfig */
    {20936, 0, 0, 463, 0, 0}, /* DesiredServerlessConfig */
    {20960, 0, 0, 460, 0, 0}, /* ManagedInstanceScaling */
    {20983, 0, 0, 462, 0, 0}, /* RoutingConfig */
    {20997, 0, 0, 458, 0, 0}, /* CapacityReservationConfig */
    {21023, 0, 0, 1, 0, 0}, /* AcceleratorPartitionLayouts */
    {4178, 0, 0, 501, 0, 0}, /* S3OutputPath */
    {21051, 0, 0, 469, 0, 0}, /* ProfilingIntervalInMilliseconds */
    {21083, 0, 0, 70, 0, 0}, /* ProfilingParameters */
    {21103, 0, 0, 5, 0, 0}, /* DisableProfiler */
    {21119, 0, 0, 2, 0, 0}, /* ProjectArn */
    {21130, 0, 0, 2, 0, 0}, /* ProjectName */
    {9360, 0, 0, 2, 0, 0}, /* ProjectId */
    {21142, 0, 0, 165, 0, 0}, /* ProjectDescription */
    {21161, 0, 0, 521, 0, 0}, /* ServiceCatalogProvisioningDetails */
    {21195, 0, 0, 520, 0, 0}, /* ServiceCatalogProvisionedProductDetails */
    {21235, 0, 0, 2, 0, 0}, /* ProjectStatus */
    {4514, 0, 0, 604, 0, 0}, /* CreatedBy */
    {4501, 0, 0, 103, 0, 0}, /* CreationTime */
    {21249, 0, 0, 542, 0, 0}, /* TemplateProviderDetails */
    {39, 0, 0, 539, 0, 0}, /* Tags */
    {4371, 0, 0, 103, 0, 0}, /* LastModifiedTime */
    {4524, 0, 0, 604, 0, 0}, /* LastModifiedBy */
    {1642, 0, 0, 4, 0, 0}, /* CheckType */
    {21273, 0, 0, 19, 0, 0}, /* BaselineUsedForDriftCheckStatistics */
    {1652, 0, 0, 19, 0, 0}, /* BaselineUsedForDriftCheckConstraints */
    {21309, 0, 0, 19, 0, 0}, /* CalculatedBaselineStatistics */
    {1689, 0, 0, 19, 0, 0}, /* CalculatedBaselineConstraints */
    {1719, 0, 0, 4, 0, 0}, /* ModelPackageGroupName */
    {1741, 0, 0, 19, 0, 0}, /* ViolationReport */
    {1757, 0, 0, 4, 0, 0}, /* CheckJobArn */
    {1769, 0, 0, 5, 0, 0}, /* SkipCheck */
    {1779, 0, 0, 5, 0, 0}, /* RegisterNewBaseline */
    {21338, 0, 0, 170, 0, 0}, /* RecommendationId */
    {4272, 0, 0, 459, 0, 0}, /* InstanceType */
    {2047, 0, 0, 168, 0, 0}, /* Environment */
    {5660, 0, 0, 476, 1, 0}, /* ClusterId */
    {740, 0, 0, 477, 1, 0}, /* Database */
    {21369, 0, 0, 481, 1, 0}, /* DbUser */
    {749, 0, 0, 29, 1, 0}, /* QueryString */
    {21376, 0, 0, 495, 1, 0}, /* ClusterRoleArn */
    {771, 0, 0, 501, 1, 0}, /* OutputS3Uri */
    {783, 0, 0, 248, 0, 0}, /* KmsKeyId */
    {792, 0, 0, 480, 1, 0}, /* OutputFormat */
    {805, 0, 0, 479, 0, 0}, /* OutputCompression */
    {21431, 0, 0, 5, 0, 0}, /* EnableRemoteDebug */
    {21462, 0, 0, 485, 1, 0}, /* RepositoryCredentialsProviderArn */
    {4272, 0, 0, 550, 0, 2}, /* InstanceType */
    {7557, 0, 0, 285, 0, 0}, /* InstanceCount */
    {4285, 0, 0, 285, 0, 2}, /* VolumeSizeInGB */
    {8217, 0, 11602, 248, 0, 2}, /* VolumeKmsKeyId */
    {21544, 0, 0, 247, 0, 2}, /* KeepAlivePeriodInSeconds */
    {21569, 0, 0, 237, 0, 3}, /* InstanceGroups */
    {21584, 0, 0, 556, 0, 2}, /* TrainingPlanArn */
    {21600, 0, 0, 238, 0, 2}, /* InstancePlacementConfig */
    {12821, 0, 0, 242, 0, 3}, /* InstancePreferences */
    {12841, 0, 0, 550, 0, 3}, /* SelectedInstanceType */
    {12862, 0, 0, 285, 0, 3}, /* SelectedInstanceCount */
    {21624, 0, 0, 46, 0, 0}, /* MaxNumberOfTrainingJobs */
    {21648, 0, 0, 46, 0, 0}, /* MaxParallelTrainingJobs */
    {11233, 0, 0, 46, 0, 0}, /* MaxRuntimeInSeconds */
    {4686, 0, 0, 410, 1, 1}, /* PipelineExecutionArn */
    {3068, 0, 0, 225, 1, 1}, /* ClientRequestToken */
    {3095, 0, 0, 396, 0, 1}, /* ParallelismConfiguration */
    {4686, 0, 0, 410, 0, 0}, /* PipelineExecutionArn */
    {21941, 0, 0, 289, 1, 0}, /* MaximumRetryAttempts */
    {236, 0, 22019, 498, 1, 1}, /* S3DataType */
    {247, 0, 0, 501, 1, 0}, /* S3Uri */
    {1109, 0, 0, 112, 0, 0}, /* S3DataDistributionType */
    {22070, 0, 0, 35, 0, 3}, /* AttributeNames */
    {22085, 0, 0, 236, 0, 3}, /* InstanceGroupNames */
    {22104, 0, 0, 306, 0, 2}, /* ModelAccessConfig */
    {22122, 0, 0, 199, 0, 3}, /* HubAccessConfig */
    {247, 0, 0, 501, 1, 0}, /* S3Uri */
    {236, 0, 0, 500, 1, 0}, /* S3DataType */
    {253, 0, 0, 71, 1, 0}, /* CompressionType */
    {22104, 0, 0, 306, 0, 0}, /* ModelAccessConfig */
    {22122, 0, 0, 199, 0, 0}, /* HubAccessConfig */
    {22191, 0, 0, 501, 0, 0}, /* ManifestS3Uri */
    {269, 0, 0, 170, 0, 0}, /* ETag */
    {22205, 0, 0, 170, 0, 0}, /* ManifestEtag */
    {247, 0, 0, 501, 0, 0}, /* S3Uri */
    {783, 0, 0, 248, 0, 0}, /* KmsKeyId */
    {22263, 0, 0, 501, 0, 0}, /* ResolvedOutputS3Uri */
    {22283, 0, 0, 2, 0, 0}, /* ScheduleExpression */
    {22302, 0, 0, 170, 0, 0}, /* DataAnalysisStartTime */
    {22324, 0, 0, 170, 0, 0}, /* DataAnalysisEndTime */
    {11305, 0, 0, 192, 0, 0}, /* Filters */
    {22344, 0, 0, 382, 0, 0}, /* NestedFilters */
    {22358, 0, 0, 505, 0, 0}, /* SubExpressions */
    {6688, 0, 0, 48, 0, 0}, /* Operator */
    {12052, 0, 0, 551, 0, 0}, /* TrainingJob */
    {22373, 0, 0, 171, 0, 0}, /* Experiment */
    {22384, 0, 0, 574, 0, 0}, /* Trial */
    {22390, 0, 0, 575, 0, 0}, /* TrialComponent */
    {12200, 0, 0, 163, 0, 0}, /* Endpoint */
    {22405, 0, 0, 328, 0, 0}, /* ModelPackage */
    {22418, 0, 0, 334, 0, 0}, /* ModelPackageGroup */
    {22436, 0, 0, 405, 0, 0}, /* Pipeline */
    {22445, 0, 0, 409, 0, 0}, /* PipelineExecution */
    {22463, 0, 0, 424, 0, 0}, /* PipelineVersion */
    {22479, 0, 0, 183, 0, 0}, /* FeatureGroup */
    {22492, 0, 0, 185, 0, 0}, /* FeatureMetadata */
    {22508, 0, 0, 470, 0, 0}, /* Project */
    {22516, 0, 0, 217, 0, 0}, /* HyperParameterTuningJob */
    {2907, 0, 0, 310, 0, 0}, /* ModelCard */
    {9849, 0, 0, 318, 0, 0}, /* Model */
    {12352, 0, 0, 244, 0, 0}, /* Job */
    {12379, 0, 0, 200, 0, 0}, /* HubContent */
    {22540, 0, 0, 489, 1, 1}, /* Resource */
    {22549, 0, 0, 504, 0, 1}, /* SearchExpression */
    {8712, 0, 0, 295, 0, 1}, /* SortBy */
    {8719, 0, 0, 391, 0, 1}, /* SortOrder */
    {8729, 0, 0, 384, 0, 1}, /* NextToken */
    {8739, 0, 0, 288, 0, 1}, /* MaxResults */
    {8835, 0, 8820, 104, 0, 3}, /* CrossAccountFilterOption */
    {22566, 0, 0, 608, 0, 3}, /* VisibilityConditions */
    {22587, 0, 0, 509, 0, 0}, /* Results */
    {8729, 0, 0, 384, 0, 0}, /* NextToken */
    {22595, 0, 0, 544, 0, 0}, /* TotalHits */
    {3744, 0, 0, 2, 0, 0}, /* Status */
    {3751, 0, 0, 103, 0, 0}, /* StartTime */
    {3761, 0, 0, 103, 0, 0}, /* EndTime */
    {1477, 0, 0, 2, 0, 0}, /* StatusMessage */
    {1799, 0, 0, 4, 1, 0}, /* StepName */
    {1397, 0, 0, 410, 0, 0}, /* SourcePipelineExecutionArn */
    {22619, 0, 0, 514, 1, 0}, /* SelectedSteps */
    {22813, 0, 0, 517, 1, 0}, /* BaseModelArn */
    {9581, 0, 0, 5, 0, 0}, /* AcceptEula */
    {22826, 0, 0, 519, 1, 0}, /* JobType */
    {22834, 0, 0, 109, 0, 0}, /* CustomizationTechnique */
    {22857, 0, 0, 404, 0, 0}, /* Peft */
    {22862, 0, 0, 169, 0, 0}, /* EvaluationType */
    {22877, 0, 0, 170, 0, 0}, /* EvaluatorArn */
    {22890, 0, 0, 516, 0, 0}, /* SequenceLength */
    {22927, 0, 0, 2, 0, 0}, /* ProvisionedProductId */
    {22948, 0, 0, 2, 0, 0}, /* ProvisionedProductStatusMessage */
    {10256, 0, 0, 2, 0, 0}, /* ProductId */
    {22980, 0, 0, 2, 0, 0}, /* ProvisioningArtifactId */
    {23003, 0, 0, 2, 0, 0}, /* PathId */
    {23010, 0, 0, 56, 0, 0}, /* ProvisioningParameters */
    {23033, 0, 0, 5, 0, 0}, /* EnableSessionTagChaining */
    {23058, 0, 0, 469, 1, 0}, /* Seed */
    {1991, 0, 0, 501, 0, 0}, /* ModelDataUrl */
    {2004, 0, 0, 322, 0, 0}, /* ModelDataSource */
    {10344, 0, 0, 170, 0, 0}, /* ModelDataETag */
    {306, 0, 0, 20, 1, 0}, /* AlgorithmName */
    {23131, 0, 0, 528, 1, 0}, /* SourceAlgorithms */
    {2967, 0, 0, 420, 1, 1}, /* PipelineName */
    {4707, 0, 0, 411, 0, 1}, /* PipelineExecutionDisplayName */
    {8987, 0, 0, 398, 0, 1}, /* PipelineParameters */
    {4760, 0, 0, 173, 0, 1}, /* PipelineExecutionDescription */
    {3068, 0, 0, 225, 1, 1}, /* ClientRequestToken */
    {3095, 0, 0, 396, 0, 1}, /* ParallelismConfiguration */
    {4828, 0, 0, 515, 0, 1}, /* SelectiveExecutionConfig */
    {4853, 0, 0, 427, 0, 1}, /* PipelineVersionId */
    {9280, 0, 0, 69, 0, 3}, /* MlflowExperimentName */
    {4884, 0, 0, 425, 0, 3}, /* PipelineVersionAlias */
    {3087, 0, 0, 495, 0, 3}, /* RoleArn */
    {4686, 0, 0, 410, 1, 1}, /* PipelineExecutionArn */
    {3068, 0, 0, 225, 1, 1}, /* ClientRequestToken */
    {11233, 0, 0, 286, 0, 0}, /* MaxRuntimeInSeconds */
    {23186, 0, 0, 286, 0, 2}, /* MaxWaitTimeInSeconds */
    {23207, 0, 0, 287, 0, 2}, /* MaxPendingTimeInSeconds */
    {1491, 0, 0, 537, 1, 0}, /* Key */
    {1495, 0, 0, 540, 1, 0}, /* Value */
    {23261, 0, 0, 57, 0, 0}, /* CfnTemplateProviderDetail */
    {1087, 0, 0, 152, 0, 0}, /* LocalPath */
    {4178, 0, 0, 501, 1, 0}, /* S3OutputPath */
    {1495, 0, 0, 47, 0, 0}, /* Value */
    {23287, 0, 0, 2, 0, 0}, /* Relation */
    {23296, 0, 0, 483, 1, 0}, /* TrainingRepositoryAccessMode */
    {23325, 0, 0, 559, 0, 0}, /* TrainingRepositoryAuthConfig */
    {3316, 0, 0, 166, 0, 0}, /* TrainingJobName */
    {3729, 0, 0, 2, 0, 0}, /* TrainingJobArn */
    {5091, 0, 0, 2, 0, 0}, /* TuningJobArn */
    {5104, 0, 0, 2, 0, 0}, /* LabelingJobArn */
    {5078, 0, 0, 2, 0, 0}, /* AutoMLJobArn */
    {5119, 0, 0, 308, 0, 0}, /* ModelArtifacts */
    {5134, 0, 0, 552, 0, 0}, /* TrainingJobStatus */
    {5152, 0, 0, 2, 0, 0}, /* SecondaryStatus */
    {4814, 0, 0, 2, 0, 0}, /* FailureReason */
    {3332, 0, 0, 222, 0, 0}, /* HyperParameters */
    {3348, 0, 0, 16, 0, 0}, /* AlgorithmSpecification */
    {3087, 0, 0, 495, 0, 0}, /* RoleArn */
    {3371, 0, 0, 232, 0, 0}, /* InputDataConfig */
    {3387, 0, 0, 393, 0, 0}, /* OutputDataConfig */
    {3404, 0, 0, 487, 0, 0}, /* ResourceConfig */
    {5168, 0, 0, 612, 0, 0}, /* WarmPoolStatus */
    {2416, 0, 0, 609, 0, 0}, /* VpcConfig */
    {3233, 0, 0, 534, 0, 0}, /* StoppingCondition */
    {4501, 0, 0, 103, 0, 0}, /* CreationTime */
    {5183, 0, 0, 103, 0, 0}, /* TrainingStartTime */
    {5201, 0, 0, 103, 0, 0}, /* TrainingEndTime */
    {4371, 0, 0, 103, 0, 0}, /* LastModifiedTime */
    {5217, 0, 0, 511, 0, 0}, /* SecondaryStatusTransitions */
    {5244, 0, 0, 195, 0, 0}, /* FinalMetricDataList */
    {2426, 0, 0, 5, 0, 0}, /* EnableNetworkIsolation */
    {3419, 0, 0, 5, 0, 0}, /* EnableInterContainerTrafficEncryption */
    {3457, 0, 0, 5, 0, 0}, /* EnableManagedSpotTraining */
    {3483, 0, 0, 59, 0, 0}, /* CheckpointConfig */
    {5264, 0, 0, 46, 0, 0}, /* TrainingTimeInSeconds */
    {5286, 0, 0, 46, 0, 0}, /* BillableTimeInSeconds */
    {3500, 0, 0, 118, 0, 0}, /* DebugHookConfig */
    {3282, 0, 0, 172, 0, 0}, /* ExperimentConfig */
    {3516, 0, 0, 120, 0, 0}, /* DebugRuleConfigurations */
    {3540, 0, 0, 543, 0, 0}, /* TensorBoardOutputConfig */
    {5327, 0, 0, 122, 0, 0}, /* DebugRuleEvaluationStatuses */
    {5429, 0, 0, 329, 0, 0}, /* OutputModelPackageArn */
    {3710, 0, 0, 330, 0, 0}, /* ModelPackageConfig */
    {3564, 0, 0, 468, 0, 0}, /* ProfilerConfig */
    {2047, 0, 0, 546, 0, 0}, /* Environment */
    {3606, 0, 0, 494, 0, 0}, /* RetryStrategy */
    {39, 0, 0, 539, 0, 0}, /* Tags */
    {26975, 0, 0, 46, 0, 0}, /* Completed */
    {26985, 0, 0, 46, 0, 0}, /* InProgress */
    {26996, 0, 0, 46, 0, 0}, /* RetryableError */
    {27011, 0, 0, 46, 0, 0}, /* NonRetryableError */
    {27029, 0, 0, 46, 0, 0}, /* Stopped */
    {3316, 0, 0, 166, 0, 0}, /* TrainingJobName */
    {3729, 0, 0, 2, 0, 0}, /* TrainingJobArn */
    {4501, 0, 0, 103, 0, 0}, /* CreationTime */
    {5201, 0, 0, 103, 0, 0}, /* TrainingEndTime */
    {4371, 0, 0, 103, 0, 0}, /* LastModifiedTime */
    {5134, 0, 0, 552, 0, 0}, /* TrainingJobStatus */
    {5152, 0, 0, 2, 0, 0}, /* SecondaryStatus */
    {5168, 0, 0, 612, 0, 0}, /* WarmPoolStatus */
    {21584, 0, 0, 556, 0, 0}, /* TrainingPlanArn */
    {27102, 0, 0, 47, 0, 0}, /* TotalStepCountPerEpoch */
    {27125, 0, 0, 47, 0, 0}, /* CurrentStep */
    {27137, 0, 0, 47, 0, 0}, /* CurrentEpoch */
    {27150, 0, 0, 47, 0, 0}, /* MaxEpoch */
    {27159, 0, 0, 560, 1, 0}, /* TrainingRepositoryCredentialsProviderArn */
    {223, 0, 0, 573, 1, 0}, /* S3DataSource */
    {1557, 0, 0, 562, 1, 0}, /* DataSource */
    {1568, 0, 0, 4, 0, 0}, /* ContentType */
    {253, 0, 0, 71, 0, 0}, /* CompressionType */
    {27322, 0, 0, 530, 0, 0}, /* SplitType */
    {29060, 0, 0, 2, 0, 0}, /* TransformJobName */
    {29077, 0, 0, 2, 0, 0}, /* TransformJobArn */
    {29093, 0, 0, 2, 0, 0}, /* TransformJobStatus */
    {4814, 0, 0, 2, 0, 0}, /* FailureReason */
    {2347, 0, 0, 326, 0, 0}, /* ModelName */
    {29112, 0, 0, 285, 0, 0}, /* MaxConcurrentTransforms */
    {29136, 0, 0, 314, 0, 0}, /* ModelClientConfig */
    {29154, 0, 0, 285, 0, 0}, /* MaxPayloadInMB */
    {29169, 0, 0, 41, 0, 0}, /* BatchStrategy */
    {2047, 0, 0, 564, 0, 0}, /* Environment */
    {29183, 0, 0, 566, 0, 0}, /* TransformInput */
    {29198, 0, 0, 571, 0, 0}, /* TransformOutput */
    {5829, 0, 0, 40, 0, 0}, /* DataCaptureConfig */
    {29214, 0, 0, 572, 0, 0}, /* TransformResources */
    {4501, 0, 0, 103, 0, 0}, /* CreationTime */
    {29233, 0, 0, 103, 0, 0}, /* TransformStartTime */
    {29252, 0, 0, 103, 0, 0}, /* TransformEndTime */
    {5104, 0, 0, 2, 0, 0}, /* LabelingJobArn */
    {5078, 0, 0, 2, 0, 0}, /* AutoMLJobArn */
    {29269, 0, 0, 114, 0, 0}, /* DataProcessing */
    {3282, 0, 0, 172, 0, 0}, /* ExperimentConfig */
    {39, 0, 0, 539, 0, 0}, /* Tags */
    {29112, 0, 0, 285, 0, 0}, /* MaxConcurrentTransforms */
    {29154, 0, 0, 285, 0, 0}, /* MaxPayloadInMB */
    {29169, 0, 0, 41, 0, 0}, /* BatchStrategy */
    {2047, 0, 0, 564, 0, 0}, /* Environment */
    {29183, 0, 0, 566, 1, 0}, /* TransformInput */
    {29198, 0, 0, 571, 1, 0}, /* TransformOutput */
    {29214, 0, 0, 572, 1, 0}, /* TransformResources */
    {4178, 0, 0, 501, 1, 0}, /* S3OutputPath */
    {29284, 0, 0, 4, 0, 0}, /* Accept */
    {29291, 0, 0, 21, 0, 0}, /* AssembleWith */
    {783, 0, 0, 248, 0, 0}, /* KmsKeyId */
    {4272, 0, 0, 567, 1, 0}, /* InstanceType */
    {7557, 0, 0, 286, 1, 0}, /* InstanceCount */
    {8217, 0, 0, 248, 0, 0}, /* VolumeKmsKeyId */
    {29304, 0, 0, 561, 0, 0}, /* TransformAmiVersion */
    {236, 0, 0, 498, 1, 0}, /* S3DataType */
    {247, 0, 0, 501, 1, 0}, /* S3Uri */
    {613, 0, 0, 174, 0, 0}, /* TrialName */
    {641, 0, 0, 2, 0, 0}, /* TrialArn */
    {2321, 0, 0, 174, 0, 0}, /* DisplayName */
    {2306, 0, 0, 174, 0, 0}, /* ExperimentName */
    {4494, 0, 0, 176, 0, 0}, /* Source */
    {4501, 0, 0, 103, 0, 0}, /* CreationTime */
    {4514, 0, 0, 604, 0, 0}, /* CreatedBy */
    {4371, 0, 0, 103, 0, 0}, /* LastModifiedTime */
    {4524, 0, 0, 604, 0, 0}, /* LastModifiedBy */
    {2700, 0, 0, 291, 0, 0}, /* MetadataProperties */
    {39, 0, 0, 539, 0, 0}, /* Tags */
    {9223, 0, 0, 585, 0, 0}, /* TrialComponentSummaries */
    {594, 0, 0, 174, 0, 0}, /* TrialComponentName */
    {2321, 0, 0, 174, 0, 0}, /* DisplayName */
    {623, 0, 0, 2, 0, 0}, /* TrialComponentArn */
    {4494, 0, 0, 176, 0, 0}, /* Source */
    {3744, 0, 0, 589, 0, 0}, /* Status */
    {3751, 0, 0, 103, 0, 0}, /* StartTime */
    {3761, 0, 0, 103, 0, 0}, /* EndTime */
    {4501, 0, 0, 103, 0, 0}, /* CreationTime */
    {4514, 0, 0, 604, 0, 0}, /* CreatedBy */
    {4371, 0, 0, 103, 0, 0}, /* LastModifiedTime */
    {4524, 0, 0, 604, 0, 0}, /* LastModifiedBy */
    {1534, 0, 0, 584, 0, 0}, /* Parameters */
    {3769, 0, 0, 578, 0, 0}, /* InputArtifacts */
    {3784, 0, 0, 578, 0, 0}, /* OutputArtifacts */
    {5451, 0, 0, 581, 0, 0}, /* Metrics */
    {2700, 0, 0, 291, 0, 0}, /* MetadataProperties */
    {29324, 0, 0, 587, 0, 0}, /* SourceDetail */
    {5459, 0, 0, 2, 0, 0}, /* LineageGroupArn */
    {39, 0, 0, 539, 0, 0}, /* Tags */
    {29337, 0, 0, 403, 0, 0}, /* Parents */
    {6049, 0, 0, 174, 0, 0}, /* RunName */
    {29345, 0, 0, 290, 0, 0}, /* MediaType */
    {1495, 0, 0, 577, 1, 0}, /* Value */
    {6702, 0, 0, 295, 0, 0}, /* MetricName */
    {650, 0, 0, 2, 0, 0}, /* SourceArn */
    {29355, 0, 0, 103, 0, 0}, /* TimeStamp */
    {29365, 0, 0, 390, 0, 0}, /* Max */
    {29369, 0, 0, 390, 0, 0}, /* Min */
    {29373, 0, 0, 390, 0, 0}, /* Last */
    {29378, 0, 0, 46, 0, 0}, /* Count */
    {29384, 0, 0, 390, 0, 0}, /* Avg */
    {29388, 0, 0, 390, 0, 0}, /* StdDev */
    {29395, 0, 0, 221, 0, 0}, /* StringValue */
    {29407, 0, 0, 153, 0, 0}, /* NumberValue */
    {594, 0, 0, 174, 0, 0}, /* TrialComponentName */
    {623, 0, 0, 2, 0, 0}, /* TrialComponentArn */
    {29419, 0, 0, 176, 0, 0}, /* TrialComponentSource */
    {4501, 0, 0, 103, 0, 0}, /* CreationTime */
    {4514, 0, 0, 604, 0, 0}, /* CreatedBy */
    {650, 0, 0, 2, 0, 0}, /* SourceArn */
    {12052, 0, 0, 551, 0, 0}, /* TrainingJob */
    {12064, 0, 0, 442, 0, 0}, /* ProcessingJob */
    {12078, 0, 0, 569, 0, 0}, /* TransformJob */
    {29440, 0, 0, 443, 0, 0}, /* PrimaryStatus */
    {29454, 0, 0, 19, 0, 0}, /* Message */
    {594, 0, 0, 174, 0, 0}, /* TrialComponentName */
    {623, 0, 0, 2, 0, 0}, /* TrialComponentArn */
    {2321, 0, 0, 174, 0, 0}, /* DisplayName */
    {29419, 0, 0, 176, 0, 0}, /* TrialComponentSource */
    {3744, 0, 0, 589, 0, 0}, /* Status */
    {3751, 0, 0, 103, 0, 0}, /* StartTime */
    {3761, 0, 0, 103, 0, 0}, /* EndTime */
    {4501, 0, 0, 103, 0, 0}, /* CreationTime */
    {4514, 0, 0, 604, 0, 0}, /* CreatedBy */
    {4371, 0, 0, 103, 0, 0}, /* LastModifiedTime */
    {4524, 0, 0, 604, 0, 0}, /* LastModifiedBy */
    {641, 0, 0, 2, 0, 0}, /* TrialArn */
    {613, 0, 0, 174, 0, 0}, /* TrialName */
    {2321, 0, 0, 174, 0, 0}, /* DisplayName */
    {29462, 0, 0, 176, 0, 0}, /* TrialSource */
    {4501, 0, 0, 103, 0, 0}, /* CreationTime */
    {4371, 0, 0, 103, 0, 0}, /* LastModifiedTime */
    {29474, 0, 0, 2, 0, 0}, /* Unit */
    {1495, 0, 0, 46, 0, 0}, /* Value */
    {29479, 0, 0, 196, 0, 0}, /* TargetObjectiveMetricValue */
    {29506, 0, 0, 44, 0, 0}, /* BestObjectiveNotImproving */
    {29532, 0, 0, 84, 0, 0}, /* ConvergenceDetected */
    {2306, 0, 0, 174, 1, 1}, /* ExperimentName */
    {2321, 0, 0, 174, 0, 1}, /* DisplayName */
    {49, 0, 0, 173, 0, 1}, /* Description */
    {2951, 0, 0, 329, 1, 1}, /* ModelPackageArn */
    {2680, 0, 0, 307, 0, 1}, /* ModelApprovalStatus */
    {2553, 0, 0, 340, 0, 2}, /* ModelPackageRegistrationType */
    {4666, 0, 0, 19, 0, 1}, /* ApprovalDescription */
    {2773, 0, 0, 107, 0, 1}, /* CustomerMetadataProperties */
    {29552, 0, 0, 106, 0, 1}, /* CustomerMetadataPropertiesToRemove */
    {29587, 0, 0, 9, 0, 1}, /* AdditionalInferenceSpecificationsToAdd */
    {2582, 0, 0, 230, 0, 1}, /* InferenceSpecification */
    {2882, 0, 0, 342, 0, 1}, /* SourceUri */
    {2907, 0, 0, 339, 0, 1}, /* ModelCard */
    {2917, 0, 0, 324, 0, 1}, /* ModelLifeCycle */
    {2732, 0, 0, 65, 0, 1}, /* ClientToken */
    {4686, 0, 0, 410, 1, 1}, /* PipelineExecutionArn */
    {4760, 0, 0, 173, 0, 1}, /* PipelineExecutionDescription */
    {4707, 0, 0, 411, 0, 1}, /* PipelineExecutionDisplayName */
    {3095, 0, 0, 396, 0, 1}, /* ParallelismConfiguration */
    {2967, 0, 0, 419, 1, 1}, /* PipelineName */
    {2980, 0, 0, 419, 0, 1}, /* PipelineDisplayName */
    {3000, 0, 0, 407, 0, 1}, /* PipelineDefinition */
    {3019, 0, 0, 408, 0, 1}, /* PipelineDefinitionS3Location */
    {3048, 0, 0, 173, 0, 1}, /* PipelineDescription */
    {3087, 0, 0, 495, 0, 1}, /* RoleArn */
    {3095, 0, 0, 396, 0, 1}, /* ParallelismConfiguration */
    {3120, 0, 0, 426, 0, 3}, /* PipelineVersionAliases */
    {3143, 0, 0, 406, 0, 0}, /* PipelineArn */
    {4853, 0, 0, 427, 0, 0}, /* PipelineVersionId */
    {3143, 0, 0, 406, 1, 1}, /* PipelineArn */
    {4853, 0, 0, 427, 1, 1}, /* PipelineVersionId */
    {4932, 0, 0, 411, 0, 1}, /* PipelineVersionDisplayName */
    {4959, 0, 0, 173, 0, 1}, /* PipelineVersionDescription */
    {29626, 0, 0, 17, 0, 3}, /* PipelineVersionAliasOperations */
    {594, 0, 0, 174, 1, 1}, /* TrialComponentName */
    {2321, 0, 0, 174, 0, 1}, /* DisplayName */
    {3744, 0, 0, 589, 0, 1}, /* Status */
    {3751, 0, 0, 103, 0, 1}, /* StartTime */
    {3761, 0, 0, 103, 0, 1}, /* EndTime */
    {1534, 0, 0, 584, 0, 1}, /* Parameters */
    {29657, 0, 0, 81, 0, 1}, /* ParametersToRemove */
    {3769, 0, 0, 578, 0, 1}, /* InputArtifacts */
    {29676, 0, 0, 81, 0, 1}, /* InputArtifactsToRemove */
    {3784, 0, 0, 578, 0, 1}, /* OutputArtifacts */
    {29699, 0, 0, 81, 0, 1}, /* OutputArtifactsToRemove */
    {613, 0, 0, 174, 1, 1}, /* TrialName */
    {2321, 0, 0, 174, 0, 1}, /* DisplayName */
    {29723, 0, 0, 170, 0, 0}, /* UserProfileArn */
    {29738, 0, 0, 170, 0, 0}, /* UserProfileName */
    {29754, 0, 0, 170, 0, 0}, /* DomainId */
    {29763, 0, 0, 224, 0, 0}, /* IamIdentity */
    {29775, 0, 0, 46, 0, 0}, /* Dimension */
    {1491, 0, 0, 537, 0, 0}, /* Key */
    {1495, 0, 0, 540, 0, 0}, /* Value */
    {29901, 0, 0, 610, 1, 0}, /* SecurityGroupIds */
    {29918, 0, 0, 535, 1, 0}, /* Subnets */
    {3744, 0, 0, 611, 0, 0}, /* Status */
    {29960, 0, 0, 46, 0, 0}, /* ResourceRetainedBillableTimeInSeconds */
    {29998, 0, 0, 166, 0, 0}, /* ReusedByJob */
};

static const struct shape_operation operations[] = {
    {30010, 0, 6, 7}, /* AddTags */
    {30018, 0, 22, 23}, /* AssociateTrialComponent */
    {30042, 0, 85, 86}, /* CreateExperiment */
    {30059, 0, 87, 88}, /* CreateModel */
    {30071, 0, 91, 92}, /* CreateModelPackage */
    {30090, 0, 89, 90}, /* CreateModelPackageGroup */
    {30114, 0, 93, 94}, /* CreatePipeline */
    {30129, 0, 95, 96}, /* CreateProcessingJob */
    {30149, 0, 97, 98}, /* CreateTrainingJob */
    {30167, 0, 101, 102}, /* CreateTrial */
    {30179, 0, 99, 100}, /* CreateTrialComponent */
    {30200, 0, 123, 86}, /* DeleteExperiment */
    {30217, 0, 124, 65535}, /* DeleteModel */
    {30229, 0, 126, 65535}, /* DeleteModelPackage */
    {30248, 0, 125, 65535}, /* DeleteModelPackageGroup */
    {30272, 0, 127, 94}, /* DeletePipeline */
    {30287, 0, 128, 129}, /* DeleteTags */
    {30298, 0, 131, 102}, /* DeleteTrial */
    {30310, 0, 130, 100}, /* DeleteTrialComponent */
    {30331, 0, 123, 135}, /* DescribeExperiment */
    {30350, 0, 124, 136}, /* DescribeModel */
    {30364, 0, 138, 139}, /* DescribeModelPackage */
    {30385, 0, 125, 137}, /* DescribeModelPackageGroup */
    {30411, 0, 143, 144}, /* DescribePipeline */
    {30428, 0, 140, 141}, /* DescribePipelineDefinitionForExecution */
    {30467, 0, 140, 142}, /* DescribePipelineExecution */
    {30493, 0, 145, 146}, /* DescribeProcessingJob */
    {30515, 0, 147, 148}, /* DescribeTrainingJob */
    {30535, 0, 131, 151}, /* DescribeTrial */
    {30549, 0, 149, 150}, /* DescribeTrialComponent */
    {30572, 0, 22, 23}, /* DisassociateTrialComponent */
    {30599, 0, 253, 254}, /* ListExperiments */
    {30615, 0, 255, 256}, /* ListModelPackageGroups */
    {30638, 0, 257, 258}, /* ListModelPackages */
    {30656, 0, 259, 260}, /* ListModels */
    {30667, 0, 261, 262}, /* ListPipelineExecutionSteps */
    {30694, 0, 263, 264}, /* ListPipelineExecutions */
    {30717, 0, 265, 266}, /* ListPipelineParametersForExecution */
    {30752, 0, 267, 268}, /* ListPipelineVersions */
    {30773, 0, 269, 270}, /* ListPipelines */
    {30787, 0, 271, 272}, /* ListProcessingJobs */
    {30806, 0, 273, 275}, /* ListTags */
    {30815, 0, 276, 277}, /* ListTrainingJobs */
    {30832, 0, 278, 279}, /* ListTrialComponents */
    {30852, 0, 280, 281}, /* ListTrials */
    {30863, 0, 492, 493}, /* RetryPipelineExecution */
    {30886, 0, 507, 508}, /* Search */
    {30893, 0, 532, 493}, /* StartPipelineExecution */
    {30916, 0, 533, 493}, /* StopPipelineExecution */
    {30938, 0, 145, 65535}, /* StopProcessingJob */
    {30956, 0, 147, 65535}, /* StopTrainingJob */
    {30972, 0, 596, 86}, /* UpdateExperiment */
    {30989, 0, 597, 92}, /* UpdateModelPackage */
    {31008, 0, 599, 600}, /* UpdatePipeline */
    {31023, 0, 598, 493}, /* UpdatePipelineExecution */
    {31047, 0, 601, 600}, /* UpdatePipelineVersion */
    {31069, 0, 603, 102}, /* UpdateTrial */
    {31081, 0, 602, 100}, /* UpdateTrialComponent */
};

const struct shape_service shapes_sagemaker = {
    "sagemaker",
    "SageMaker",
    "1.1",
    "",
    "",
    pool, rows, members, operations,
    613, 58,
};
