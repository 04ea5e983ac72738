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
    "CreationTime\0"
    "DeploymentRecommendation\0"
    "CreatedBy\0"
    "ModelPackageGroupStatus\0"
    "IncludedData\0"
    "ModelPackageVersion\0"
    "ModelPackageStatus\0"
    "ModelPackageStatusDetails\0"
    "LastModifiedBy\0"
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
    "ExperimentName\0"
    "ExperimentArn\0"
    "DisplayName\0"
    "Source\0"
    "TrialName\0"
    "TrialComponentDisplayName\0"
    "RunName\0"
    "[a-zA-Z0-9](-*[a-zA-Z0-9]){0,119}\0"
    "SourceType\0"
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
    "Status\0"
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
    "EndTime\0"
    "JobStatus\0"
    "StartTime\0"
    "[a-zA-Z0-9:/_-]*\0"
    "ActionArns\0"
    "ArtifactArns\0"
    "ContextArns\0"
    "Associations\0"
    "CreationTimeAfter\0"
    "CreationTimeBefore\0"
    "MaxResults\0"
    "NameContains\0"
    "NextToken\0"
    "SortBy\0"
    "SortOrder\0"
    "\"SameAccount\"\000\0"
    "CrossAccountFilterOption\0"
    "ModelPackageGroupSummaryList\0"
    "ModelPackageType\0"
    "ModelPackageSummaryList\0"
    "Models\0"
    "PipelineExecutionSteps\0"
    "CreatedAfter\0"
    "CreatedBefore\0"
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
    "MlflowResourceArn\0"
    "MlflowExperimentName\0"
    "Restricted\0"
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
    "TrialArn\0"
    "TrialComponentSummaries\0"
    "TrialComponentName\0"
    "TrialComponentArn\0"
    "InputArtifacts\0"
    "OutputArtifacts\0"
    "Metrics\0"
    "SourceDetail\0"
    "LineageGroupArn\0"
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
    "Unit\0"
    "TargetObjectiveMetricValue\0"
    "BestObjectiveNotImproving\0"
    "ConvergenceDetected\0"
    "CustomerMetadataPropertiesToRemove\0"
    "AdditionalInferenceSpecificationsToAdd\0"
    "PipelineVersionAliasOperations\0"
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
    "CreateModel\0"
    "CreateModelPackage\0"
    "CreateModelPackageGroup\0"
    "CreatePipeline\0"
    "CreateProcessingJob\0"
    "CreateTrainingJob\0"
    "DeleteModel\0"
    "DeleteModelPackage\0"
    "DeleteModelPackageGroup\0"
    "DeletePipeline\0"
    "DeleteTags\0"
    "DescribeModel\0"
    "DescribeModelPackage\0"
    "DescribeModelPackageGroup\0"
    "DescribePipeline\0"
    "DescribePipelineDefinitionForExecution\0"
    "DescribePipelineExecution\0"
    "DescribeProcessingJob\0"
    "DescribeTrainingJob\0"
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
    "RetryPipelineExecution\0"
    "Search\0"
    "StartPipelineExecution\0"
    "StopPipelineExecution\0"
    "StopProcessingJob\0"
    "StopTrainingJob\0"
    "UpdateModelPackage\0"
    "UpdatePipeline\0"
    "UpdatePipelineExecution\0"
    "UpdatePipelineVersion\0"
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
    {10, 0, 2, 30, 0, 0, 0, 0, 0, 0}, /* AssociationInfo */
    {8, 0, 0, 0, 22, 0, 0, 0, 0, 0}, /* AssociationInfoList */
    {0, 3, 0, 0, 0, 0, 619, 0, 1, 256}, /* AthenaCatalog */
    {0, 3, 0, 0, 0, 0, 0, 0, 1, 255}, /* AthenaDatabase */
    {10, 0, 8, 32, 0, 0, 0, 0, 0, 0}, /* AthenaDatasetDefinition */
    {0, 3, 0, 0, 0, 0, 0, 0, 1, 4096}, /* AthenaQueryString */
    {0, 4, 3, 767, 0, 0, 0, 0, 0, 0}, /* AthenaResultCompressionType */
    {0, 4, 5, 784, 0, 0, 0, 0, 0, 0}, /* AthenaResultFormat */
    {10, 0, 2, 40, 0, 0, 0, 0, 0, 0}, /* AthenaStepMetadata */
    {0, 3, 0, 0, 0, 0, 849, 0, 1, 128}, /* AthenaWorkGroup */
    {0, 3, 0, 0, 0, 0, 865, 0, 1, 256}, /* AttributeName */
    {8, 3, 0, 0, 32, 0, 0, 0, 0, 16}, /* AttributeNames */
    {10, 0, 1, 42, 0, 0, 0, 0, 0, 0}, /* AutoMLJobStepMetadata */
    {10, 0, 2, 43, 0, 0, 0, 0, 0, 0}, /* AutoParameter */
    {8, 0, 0, 0, 35, 0, 0, 0, 0, 0}, /* AutoParameters */
    {10, 0, 3, 45, 0, 0, 0, 0, 0, 0}, /* BaseModel */
    {10, 0, 3, 48, 0, 0, 0, 0, 0, 0}, /* BatchDataCaptureConfig */
    {0, 4, 2, 963, 0, 0, 0, 0, 0, 0}, /* BatchStrategy */
    {10, 0, 12, 51, 0, 0, 0, 0, 0, 0}, /* BatchTransformInput */
    {10, 0, 1, 63, 0, 0, 0, 0, 0, 0}, /* BedrockCustomModelDeploymentMetadata */
    {10, 0, 1, 64, 0, 0, 0, 0, 0, 0}, /* BestObjectiveNotImproving */
    {10, 0, 3, 65, 0, 0, 0, 0, 0, 0}, /* Bias */
    {1, 0, 0, 0, 0, 0, 0, 0, 0, 0}, /* BillableTimeInSeconds */
    {2, 0, 0, 0, 0, 0, 0, 0, 0, 0}, /* BillableTokenCount */
    {0, 4, 2, 1299, 0, 0, 0, 0, 0, 0}, /* BooleanOperator */
    {0, 3, 0, 0, 0, 0, 1306, 0, 3, 63}, /* BucketName */
    {10, 0, 1, 68, 0, 0, 0, 0, 0, 0}, /* CacheHitResult */
    {10, 0, 3, 69, 0, 0, 0, 0, 0, 0}, /* CallbackStepMetadata */
    {10, 0, 2, 72, 0, 0, 0, 0, 0, 0}, /* CategoricalParameterRange */
    {8, 0, 0, 0, 50, 0, 0, 0, 0, 0}, /* CategoricalParameterRanges */
    {10, 0, 3, 74, 0, 0, 0, 0, 0, 0}, /* CfnStackDetail */
    {10, 0, 2, 77, 0, 0, 0, 0, 0, 0}, /* CfnStackParameter */
    {8, 0, 0, 0, 53, 0, 0, 0, 0, 0}, /* CfnStackParameters */
    {10, 0, 5, 79, 0, 0, 0, 0, 0, 0}, /* CfnTemplateProviderDetail */
    {10, 0, 7, 84, 0, 0, 0, 0, 0, 0}, /* Channel */
    {10, 0, 2, 91, 0, 0, 0, 0, 0, 0}, /* CheckpointConfig */
    {10, 0, 8, 93, 0, 0, 0, 0, 0, 0}, /* ClarifyCheckStepMetadata */
    {10, 0, 3, 101, 0, 0, 0, 0, 0, 0}, /* CleanupFailure */
    {8, 0, 0, 0, 59, 0, 0, 0, 0, 0}, /* CleanupFailureList */
    {10, 0, 3, 104, 0, 0, 0, 0, 0, 0}, /* CleanupStepMetadata */
    {8, 0, 0, 0, 4, 0, 0, 0, 0, 0}, /* CleanupStepNameList */
    {0, 3, 0, 0, 0, 0, 1813, 0, 1, 36}, /* ClientToken */
    {10, 16, 1, 107, 0, 0, 0, 0, 0, 0}, /* CollectionConfig */
    {10, 0, 2, 108, 0, 0, 0, 0, 0, 0}, /* CollectionConfiguration */
    {8, 3, 0, 0, 65, 0, 0, 0, 0, 20}, /* CollectionConfigurations */
    {0, 3, 0, 0, 0, 0, 0, 0, 1, 256}, /* CollectionName */
    {9, 3, 0, 0, 4, 67, 0, 0, 0, 20}, /* CollectionParameters */
    {0, 4, 2, 1876, 0, 0, 0, 0, 0, 0}, /* CompressionType */
    {10, 0, 1, 110, 0, 0, 0, 0, 0, 0}, /* ConditionStepMetadata */
    {8, 3, 0, 0, 4, 0, 0, 0, 1, 100}, /* ContainerArguments */
    {10, 0, 12, 111, 0, 0, 0, 0, 0, 0}, /* ContainerDefinition */
    {8, 3, 0, 0, 72, 0, 0, 0, 0, 15}, /* ContainerDefinitionList */
    {0, 3, 0, 0, 0, 0, 2087, 0, 0, 63}, /* ContainerHostname */
    {0, 3, 0, 0, 0, 0, 2120, 0, 0, 255}, /* ContainerImage */
    {10, 0, 1, 123, 0, 0, 0, 0, 0, 0}, /* ContainerMetricsConfig */
    {0, 4, 2, 2143, 0, 0, 0, 0, 0, 0}, /* ContainerMode */
    {0, 3, 0, 0, 0, 0, 2166, 0, 0, 72}, /* ContentDigest */
    {8, 0, 0, 0, 4, 0, 0, 0, 0, 0}, /* ContentTypes */
    {10, 0, 4, 124, 0, 0, 0, 0, 0, 0}, /* ContinuousParameterRange */
    {8, 0, 0, 0, 80, 0, 0, 0, 0, 0}, /* ContinuousParameterRanges */
    {10, 0, 1, 128, 0, 0, 0, 0, 0, 0}, /* ConvergenceDetected */
    {10, 0, 8, 129, 0, 0, 0, 0, 0, 0}, /* CreateModelInput */
    {10, 0, 1, 137, 0, 0, 0, 0, 0, 0}, /* CreateModelOutput */
    {10, 0, 4, 138, 0, 0, 0, 0, 0, 0}, /* CreateModelPackageGroupInput */
    {10, 0, 1, 142, 0, 0, 0, 0, 0, 0}, /* CreateModelPackageGroupOutput */
    {10, 0, 25, 143, 0, 0, 0, 0, 0, 0}, /* CreateModelPackageInput */
    {10, 0, 1, 168, 0, 0, 0, 0, 0, 0}, /* CreateModelPackageOutput */
    {10, 0, 10, 169, 0, 0, 0, 0, 0, 0}, /* CreatePipelineRequest */
    {10, 0, 1, 179, 0, 0, 0, 0, 0, 0}, /* CreatePipelineResponse */
    {10, 0, 11, 180, 0, 0, 0, 0, 0, 0}, /* CreateProcessingJobRequest */
    {10, 0, 1, 191, 0, 0, 0, 0, 0, 0}, /* CreateProcessingJobResponse */
    {10, 0, 28, 192, 0, 0, 0, 0, 0, 0}, /* CreateTrainingJobRequest */
    {10, 0, 1, 220, 0, 0, 0, 0, 0, 0}, /* CreateTrainingJobResponse */
    {6, 0, 0, 0, 0, 0, 0, 0, 0, 0}, /* CreationTime */
    {0, 4, 2, 3647, 0, 0, 0, 0, 0, 0}, /* CrossAccountFilterOption */
    {0, 3, 0, 0, 0, 0, 3672, 0, 1, 128}, /* CustomerMetadataKey */
    {8, 0, 0, 0, 97, 0, 0, 0, 0, 0}, /* CustomerMetadataKeyList */
    {9, 3, 0, 0, 100, 97, 0, 0, 1, 50}, /* CustomerMetadataMap */
    {0, 3, 0, 0, 0, 0, 3711, 0, 1, 256}, /* CustomerMetadataValue */
    {0, 4, 4, 3750, 0, 0, 0, 0, 0, 0}, /* CustomizationTechnique */
    {10, 0, 5, 221, 0, 0, 0, 0, 0, 0}, /* DataCaptureConfigSummary */
    {10, 0, 3, 226, 0, 0, 0, 0, 0, 0}, /* DataCatalogConfig */
    {0, 4, 2, 3833, 0, 0, 0, 0, 0, 0}, /* DataDistributionType */
    {0, 3, 0, 0, 0, 0, 3864, 0, 1, 16384}, /* DataInputConfig */
    {10, 0, 3, 229, 0, 0, 0, 0, 0, 0}, /* DataProcessing */
    {10, 0, 3, 232, 0, 0, 0, 0, 0, 0}, /* DataSource */
    {10, 0, 5, 235, 0, 0, 0, 0, 0, 0}, /* DatasetDefinition */
    {10, 0, 1, 240, 0, 0, 0, 0, 0, 0}, /* DatasetSource */
    {10, 0, 4, 241, 0, 0, 0, 0, 0, 0}, /* DebugHookConfig */
    {10, 0, 7, 245, 0, 0, 0, 0, 0, 0}, /* DebugRuleConfiguration */
    {8, 3, 0, 0, 111, 0, 0, 0, 0, 20}, /* DebugRuleConfigurations */
    {10, 0, 5, 252, 0, 0, 0, 0, 0, 0}, /* DebugRuleEvaluationStatus */
    {8, 0, 0, 0, 113, 0, 0, 0, 0, 0}, /* DebugRuleEvaluationStatuses */
    {10, 0, 1, 257, 0, 0, 0, 0, 0, 0}, /* DeleteModelInput */
    {10, 0, 1, 258, 0, 0, 0, 0, 0, 0}, /* DeleteModelPackageGroupInput */
    {10, 0, 1, 259, 0, 0, 0, 0, 0, 0}, /* DeleteModelPackageInput */
    {10, 0, 2, 260, 0, 0, 0, 0, 0, 0}, /* DeletePipelineRequest */
    {10, 0, 2, 262, 0, 0, 0, 0, 0, 0}, /* DeleteTagsInput */
    {10, 0, 0, 264, 0, 0, 0, 0, 0, 0}, /* DeleteTagsOutput */
    {10, 0, 3, 264, 0, 0, 0, 0, 0, 0}, /* DeployedImage */
    {8, 0, 0, 0, 121, 0, 0, 0, 0, 0}, /* DeployedImages */
    {10, 0, 2, 267, 0, 0, 0, 0, 0, 0}, /* DeploymentRecommendation */
    {10, 0, 10, 269, 0, 0, 0, 0, 0, 0}, /* DescribeModelOutput */
    {10, 0, 7, 279, 0, 0, 0, 0, 0, 0}, /* DescribeModelPackageGroupOutput */
    {10, 0, 2, 286, 0, 0, 0, 0, 0, 0}, /* DescribeModelPackageInput */
    {10, 0, 32, 288, 0, 0, 0, 0, 0, 0}, /* DescribeModelPackageOutput */
    {10, 0, 1, 320, 0, 0, 0, 0, 0, 0}, /* DescribePipelineDefinitionForExecutionRequest */
    {10, 0, 2, 321, 0, 0, 0, 0, 0, 0}, /* DescribePipelineDefinitionForExecutionResponse */
    {10, 0, 17, 323, 0, 0, 0, 0, 0, 0}, /* DescribePipelineExecutionResponse */
    {10, 0, 3, 340, 0, 0, 0, 0, 0, 0}, /* DescribePipelineRequest */
    {10, 0, 16, 343, 0, 0, 0, 0, 0, 0}, /* DescribePipelineResponse */
    {10, 0, 1, 359, 0, 0, 0, 0, 0, 0}, /* DescribeProcessingJobRequest */
    {10, 0, 21, 360, 0, 0, 0, 0, 0, 0}, /* DescribeProcessingJobResponse */
    {10, 0, 1, 381, 0, 0, 0, 0, 0, 0}, /* DescribeTrainingJobRequest */
    {10, 0, 50, 382, 0, 0, 0, 0, 0, 0}, /* DescribeTrainingJobResponse */
    {0, 3, 0, 0, 0, 0, 0, 0, 0, 4096}, /* DirectoryPath */
    {4, 0, 0, 0, 0, 0, 0, 0, 0, 0}, /* DoubleParameterValue */
    {10, 0, 4, 432, 0, 0, 0, 0, 0, 0}, /* DriftCheckBaselines */
    {10, 0, 3, 436, 0, 0, 0, 0, 0, 0}, /* DriftCheckBias */
    {10, 0, 2, 439, 0, 0, 0, 0, 0, 0}, /* DriftCheckExplainability */
    {10, 0, 2, 441, 0, 0, 0, 0, 0, 0}, /* DriftCheckModelDataQuality */
    {10, 0, 4, 443, 0, 0, 0, 0, 0, 0}, /* EMRServerlessStepMetadata */
    {10, 0, 4, 447, 0, 0, 0, 0, 0, 0}, /* EMRStepMetadata */
    {10, 0, 4, 451, 0, 0, 0, 0, 0, 0}, /* Ec2CapacityReservation */
    {8, 0, 0, 0, 145, 0, 0, 0, 0, 0}, /* Ec2CapacityReservationsList */
    {5, 0, 0, 0, 0, 0, 0, 0, 0, 0}, /* EnableCapture */
    {10, 0, 12, 455, 0, 0, 0, 0, 0, 0}, /* Endpoint */
    {10, 0, 11, 467, 0, 0, 0, 0, 0, 0}, /* EndpointInput */
    {0, 3, 0, 0, 0, 0, 5715, 0, 0, 1024}, /* EntityDescription */
    {0, 3, 0, 0, 0, 0, 2087, 0, 1, 63}, /* EntityName */
    {0, 3, 0, 0, 0, 0, 5749, 0, 0, 1024}, /* EnvironmentKey */
    {9, 3, 0, 0, 19, 152, 0, 0, 0, 100}, /* EnvironmentMap */
    {0, 4, 3, 5772, 0, 0, 0, 0, 0, 0}, /* EvaluationType */
    {0, 0, 0, 0, 0, 0, 0, 0, 0, 0}, /* EvaluatorArn */
    {10, 0, 10, 478, 0, 0, 0, 0, 0, 0}, /* Experiment */
    {10, 0, 4, 488, 0, 0, 0, 0, 0, 0}, /* ExperimentConfig */
    {0, 3, 0, 0, 0, 0, 5923, 0, 1, 120}, /* ExperimentEntityName */
    {10, 0, 2, 492, 0, 0, 0, 0, 0, 0}, /* ExperimentSource */
    {10, 0, 1, 494, 0, 0, 0, 0, 0, 0}, /* Explainability */
    {10, 0, 1, 495, 0, 0, 0, 0, 0, 0}, /* FailStepMetadata */
    {10, 0, 4, 496, 0, 0, 0, 0, 0, 0}, /* FeatureDefinition */
    {8, 0, 0, 0, 162, 0, 0, 0, 0, 0}, /* FeatureDefinitions */
    {10, 0, 16, 500, 0, 0, 0, 0, 0, 0}, /* FeatureGroup */
    {0, 3, 0, 0, 0, 0, 6217, 0, 1, 64}, /* FeatureGroupName */
    {10, 0, 8, 516, 0, 0, 0, 0, 0, 0}, /* FeatureMetadata */
    {10, 0, 3, 524, 0, 0, 0, 0, 0, 0}, /* FileSource */
    {0, 4, 2, 6267, 0, 0, 0, 0, 0, 0}, /* FileSystemAccessMode */
    {10, 0, 4, 527, 0, 0, 0, 0, 0, 0}, /* FileSystemDataSource */
    {0, 3, 0, 0, 0, 0, 6336, 0, 11, 21}, /* FileSystemId */
    {0, 4, 2, 6354, 0, 0, 0, 0, 0, 0}, /* FileSystemType */
    {10, 0, 3, 531, 0, 0, 0, 0, 0, 0}, /* Filter */
    {8, 3, 0, 0, 172, 0, 0, 0, 1, 20}, /* FilterList */
    {0, 3, 0, 0, 0, 0, 865, 0, 1, 1024}, /* FilterValue */
    {10, 0, 3, 534, 0, 0, 0, 0, 0, 0}, /* FinalHyperParameterTuningJobObjectiveMetric */
    {8, 0, 0, 0, 266, 0, 0, 0, 0, 0}, /* FinalMetricDataList */
    {3, 0, 0, 0, 0, 0, 0, 0, 0, 0}, /* Float */
    {10, 0, 2, 537, 0, 0, 0, 0, 0, 0}, /* ForEachSelectorResult */
    {10, 0, 7, 539, 0, 0, 0, 0, 0, 0}, /* ForEachStepMetadata */
    {10, 0, 1, 546, 0, 0, 0, 0, 0, 0}, /* HubAccessConfig */
    {10, 0, 23, 547, 0, 0, 0, 0, 0, 0}, /* HubContent */
    {10, 0, 2, 570, 0, 0, 0, 0, 0, 0}, /* HubContentDependency */
    {8, 0, 0, 0, 182, 0, 0, 0, 0, 0}, /* HubContentDependencyList */
    {10, 0, 2, 572, 0, 0, 0, 0, 0, 0}, /* HubContentStepMetadata */
    {0, 3, 0, 0, 0, 0, 6813, 0, 5, 14}, /* HubContentVersion */
    {0, 3, 0, 0, 0, 0, 6837, 0, 0, 2048}, /* HubDataSetArn */
    {10, 0, 4, 574, 0, 0, 0, 0, 0, 0}, /* HyperParameterAlgorithmSpecification */
    {10, 0, 18, 578, 0, 0, 0, 0, 0, 0}, /* HyperParameterTrainingJobDefinition */
    {8, 0, 0, 0, 188, 0, 0, 0, 0, 0}, /* HyperParameterTrainingJobDefinitions */
    {9, 0, 0, 0, 2, 2, 0, 0, 0, 0}, /* HyperParameterTrainingJobEnvironmentMap */
    {10, 0, 12, 596, 0, 0, 0, 0, 0, 0}, /* HyperParameterTrainingJobSummary */
    {10, 0, 3, 608, 0, 0, 0, 0, 0, 0}, /* HyperParameterTuningInstanceConfig */
    {8, 0, 0, 0, 192, 0, 0, 0, 0, 0}, /* HyperParameterTuningInstanceConfigs */
    {10, 0, 2, 611, 0, 0, 0, 0, 0, 0}, /* HyperParameterTuningJobCompletionDetails */
    {10, 0, 8, 613, 0, 0, 0, 0, 0, 0}, /* HyperParameterTuningJobConfig */
    {10, 0, 1, 621, 0, 0, 0, 0, 0, 0}, /* HyperParameterTuningJobConsumedResources */
    {10, 0, 2, 622, 0, 0, 0, 0, 0, 0}, /* HyperParameterTuningJobObjective */
    {10, 0, 18, 624, 0, 0, 0, 0, 0, 0}, /* HyperParameterTuningJobSearchEntity */
    {10, 0, 1, 642, 0, 0, 0, 0, 0, 0}, /* HyperParameterTuningJobStrategyConfig */
    {10, 0, 2, 643, 0, 0, 0, 0, 0, 0}, /* HyperParameterTuningJobWarmStartConfig */
    {10, 0, 6, 645, 0, 0, 0, 0, 0, 0}, /* HyperParameterTuningResourceConfig */
    {0, 3, 0, 0, 0, 0, 0, 0, 0, 2500}, /* HyperParameterValue */
    {9, 3, 0, 0, 202, 4, 0, 0, 0, 100}, /* HyperParameters */
    {10, 0, 2, 651, 0, 0, 0, 0, 0, 0}, /* HyperbandStrategyConfig */
    {10, 0, 3, 653, 0, 0, 0, 0, 0, 0}, /* IamIdentity */
    {0, 3, 0, 0, 0, 0, 0, 0, 32, 128}, /* IdempotencyToken */
    {10, 0, 2, 656, 0, 0, 0, 0, 0, 0}, /* ImageConfig */
    {0, 4, 2, 8047, 0, 0, 0, 0, 0, 0}, /* IncludedData */
    {10, 0, 1, 658, 0, 0, 0, 0, 0, 0}, /* InferenceExecutionConfig */
    {0, 4, 2, 8068, 0, 0, 0, 0, 0, 0}, /* InferenceExecutionMode */
    {10, 0, 5, 659, 0, 0, 0, 0, 0, 0}, /* InferenceSpecification */
    {10, 0, 1, 664, 0, 0, 0, 0, 0, 0}, /* InfraCheckConfig */
    {8, 3, 0, 0, 56, 0, 0, 0, 1, 20}, /* InputDataConfig */
    {0, 4, 2, 8099, 0, 0, 0, 0, 0, 0}, /* InputMode */
    {10, 0, 3, 665, 0, 0, 0, 0, 0, 0}, /* InstanceGroup */
    {0, 3, 0, 0, 0, 0, 865, 0, 1, 64}, /* InstanceGroupName */
    {8, 3, 0, 0, 216, 0, 0, 0, 0, 5}, /* InstanceGroupNames */
    {8, 3, 0, 0, 215, 0, 0, 0, 0, 5}, /* InstanceGroups */
    {10, 0, 2, 668, 0, 0, 0, 0, 0, 0}, /* InstancePlacementConfig */
    {10, 0, 2, 670, 0, 0, 0, 0, 0, 0}, /* InstancePoolSummary */
    {8, 0, 0, 0, 220, 0, 0, 0, 0, 0}, /* InstancePoolSummaryList */
    {10, 0, 3, 672, 0, 0, 0, 0, 0, 0}, /* InstancePreference */
    {8, 3, 0, 0, 222, 0, 0, 0, 1, 5}, /* InstancePreferenceList */
    {10, 0, 3, 675, 0, 0, 0, 0, 0, 0}, /* IterationContext */
    {10, 0, 14, 678, 0, 0, 0, 0, 0, 0}, /* Job */
    {10, 0, 4, 692, 0, 0, 0, 0, 0, 0}, /* JobSecondaryStatusTransition */
    {8, 0, 0, 0, 226, 0, 0, 0, 0, 0}, /* JobSecondaryStatusTransitions */
    {1, 3, 0, 0, 0, 0, 0, 0, 0, 21600}, /* KeepAlivePeriodInSeconds */
    {0, 3, 0, 0, 0, 0, 8324, 0, 0, 2048}, /* KmsKeyId */
    {10, 0, 2, 696, 0, 0, 0, 0, 0, 0}, /* LambdaStepMetadata */
    {6, 0, 0, 0, 0, 0, 0, 0, 0, 0}, /* LastModifiedTime */
    {10, 0, 2, 698, 0, 0, 0, 0, 0, 0}, /* LastUpdateStatus */
    {10, 0, 4, 700, 0, 0, 0, 0, 0, 0}, /* LineageMetadata */
    {10, 0, 8, 704, 0, 0, 0, 0, 0, 0}, /* ListModelPackageGroupsInput */
    {10, 0, 2, 712, 0, 0, 0, 0, 0, 0}, /* ListModelPackageGroupsOutput */
    {10, 0, 10, 714, 0, 0, 0, 0, 0, 0}, /* ListModelPackagesInput */
    {10, 0, 2, 724, 0, 0, 0, 0, 0, 0}, /* ListModelPackagesOutput */
    {10, 0, 7, 726, 0, 0, 0, 0, 0, 0}, /* ListModelsInput */
    {10, 0, 2, 733, 0, 0, 0, 0, 0, 0}, /* ListModelsOutput */
    {10, 0, 4, 735, 0, 0, 0, 0, 0, 0}, /* ListPipelineExecutionStepsRequest */
    {10, 0, 2, 739, 0, 0, 0, 0, 0, 0}, /* ListPipelineExecutionStepsResponse */
    {10, 0, 8, 741, 0, 0, 0, 0, 0, 0}, /* ListPipelineExecutionsRequest */
    {10, 0, 2, 749, 0, 0, 0, 0, 0, 0}, /* ListPipelineExecutionsResponse */
    {10, 0, 3, 751, 0, 0, 0, 0, 0, 0}, /* ListPipelineParametersForExecutionRequest */
    {10, 0, 2, 754, 0, 0, 0, 0, 0, 0}, /* ListPipelineParametersForExecutionResponse */
    {10, 0, 6, 756, 0, 0, 0, 0, 0, 0}, /* ListPipelineVersionsRequest */
    {10, 0, 2, 762, 0, 0, 0, 0, 0, 0}, /* ListPipelineVersionsResponse */
    {10, 0, 8, 764, 0, 0, 0, 0, 0, 0}, /* ListPipelinesRequest */
    {10, 0, 2, 772, 0, 0, 0, 0, 0, 0}, /* ListPipelinesResponse */
    {10, 0, 10, 774, 0, 0, 0, 0, 0, 0}, /* ListProcessingJobsRequest */
    {10, 0, 2, 784, 0, 0, 0, 0, 0, 0}, /* ListProcessingJobsResponse */
    {10, 0, 3, 786, 0, 0, 0, 0, 0, 0}, /* ListTagsInput */
    {1, 1, 0, 0, 0, 0, 0, 0, 50, 0}, /* ListTagsMaxResults */
    {10, 0, 2, 789, 0, 0, 0, 0, 0, 0}, /* ListTagsOutput */
    {10, 0, 12, 791, 0, 0, 0, 0, 0, 0}, /* ListTrainingJobsRequest */
    {10, 0, 2, 803, 0, 0, 0, 0, 0, 0}, /* ListTrainingJobsResponse */
    {10, 0, 2, 805, 0, 0, 0, 0, 0, 0}, /* MLflowConfiguration */
    {10, 0, 1, 807, 0, 0, 0, 0, 0, 0}, /* ManagedConfiguration */
    {0, 4, 1, 8947, 0, 0, 0, 0, 0, 0}, /* ManagedStorageType */
    {1, 1, 0, 0, 0, 0, 0, 0, 0, 0}, /* MaxConcurrentTransforms */
    {1, 1, 0, 0, 0, 0, 0, 0, 1, 0}, /* MaxParallelExecutionSteps */
    {1, 3, 0, 0, 0, 0, 0, 0, 1800, 2419200}, /* MaxPendingTimeInSeconds */
    {1, 3, 0, 0, 0, 0, 0, 0, 1, 100}, /* MaxResults */
    {1, 3, 0, 0, 0, 0, 0, 0, 1, 30}, /* MaximumRetryAttempts */
    {10, 0, 4, 808, 0, 0, 0, 0, 0, 0}, /* MetadataProperties */
    {10, 0, 3, 812, 0, 0, 0, 0, 0, 0}, /* MetricData */
    {10, 0, 2, 815, 0, 0, 0, 0, 0, 0}, /* MetricDefinition */
    {8, 3, 0, 0, 267, 0, 0, 0, 0, 40}, /* MetricDefinitionList */
    {0, 3, 0, 0, 0, 0, 865, 0, 1, 255}, /* MetricName */
    {1, 0, 0, 0, 0, 0, 0, 0, 0, 0}, /* MetricPublishFrequencyInSeconds */
    {0, 3, 0, 0, 0, 0, 865, 0, 1, 500}, /* MetricRegex */
    {10, 0, 2, 817, 0, 0, 0, 0, 0, 0}, /* MetricsEndpoint */
    {8, 3, 0, 0, 272, 0, 0, 0, 0, 1}, /* MetricsEndpointList */
    {0, 3, 0, 0, 0, 0, 9068, 0, 0, 256}, /* MetricsEndpointPath */
    {10, 0, 3, 819, 0, 0, 0, 0, 0, 0}, /* MetricsSource */
    {0, 3, 0, 0, 0, 0, 9097, 0, 0, 2048}, /* MlFlowResourceArn */
    {10, 0, 3, 822, 0, 0, 0, 0, 0, 0}, /* MlflowConfig */
    {10, 0, 2, 825, 0, 0, 0, 0, 0, 0}, /* MlflowDetails */
    {10, 0, 11, 827, 0, 0, 0, 0, 0, 0}, /* Model */
    {10, 0, 1, 838, 0, 0, 0, 0, 0, 0}, /* ModelAccessConfig */
    {0, 4, 3, 9222, 0, 0, 0, 0, 0, 0}, /* ModelApprovalStatus */
    {10, 0, 1, 839, 0, 0, 0, 0, 0, 0}, /* ModelArtifacts */
    {0, 4, 2, 9279, 0, 0, 0, 0, 0, 0}, /* ModelCacheSetting */
    {10, 0, 14, 840, 0, 0, 0, 0, 0, 0}, /* ModelCard */
    {0, 3, 0, 0, 0, 0, 0, 0, 0, 100000}, /* ModelCardContent */
    {10, 0, 1, 854, 0, 0, 0, 0, 0, 0}, /* ModelCardSecurityConfig */
    {0, 4, 4, 9383, 0, 0, 0, 0, 0, 0}, /* ModelCardStatus */
    {10, 0, 2, 855, 0, 0, 0, 0, 0, 0}, /* ModelClientConfig */
    {10, 0, 5, 857, 0, 0, 0, 0, 0, 0}, /* ModelDashboardEndpoint */
    {8, 0, 0, 0, 289, 0, 0, 0, 0, 0}, /* ModelDashboardEndpoints */
    {10, 0, 1, 862, 0, 0, 0, 0, 0, 0}, /* ModelDashboardIndicatorAction */
    {10, 0, 5, 863, 0, 0, 0, 0, 0, 0}, /* ModelDashboardModel */
    {10, 0, 12, 868, 0, 0, 0, 0, 0, 0}, /* ModelDashboardModelCard */
    {10, 0, 12, 880, 0, 0, 0, 0, 0, 0}, /* ModelDashboardMonitoringSchedule */
    {8, 0, 0, 0, 294, 0, 0, 0, 0, 0}, /* ModelDashboardMonitoringSchedules */
    {10, 0, 1, 892, 0, 0, 0, 0, 0, 0}, /* ModelDataSource */
    {10, 0, 1, 893, 0, 0, 0, 0, 0, 0}, /* ModelInput */
    {10, 0, 3, 894, 0, 0, 0, 0, 0, 0}, /* ModelLifeCycle */
    {10, 0, 4, 897, 0, 0, 0, 0, 0, 0}, /* ModelMetrics */
    {0, 3, 0, 0, 0, 0, 9732, 0, 0, 63}, /* ModelName */
    {0, 3, 0, 0, 0, 0, 1813, 0, 0, 63}, /* ModelNameContains */
    {10, 0, 32, 901, 0, 0, 0, 0, 0, 0}, /* ModelPackage */
    {0, 3, 0, 0, 0, 0, 9772, 0, 1, 2048}, /* ModelPackageArn */
    {10, 0, 2, 933, 0, 0, 0, 0, 0, 0}, /* ModelPackageConfig */
    {10, 0, 16, 935, 0, 0, 0, 0, 0, 0}, /* ModelPackageContainerDefinition */
    {8, 3, 0, 0, 305, 0, 0, 0, 1, 15}, /* ModelPackageContainerDefinitionList */
    {0, 3, 0, 0, 0, 0, 10011, 0, 3, 10}, /* ModelPackageFrameworkVersion */
    {10, 0, 7, 951, 0, 0, 0, 0, 0, 0}, /* ModelPackageGroup */
    {0, 3, 0, 0, 0, 0, 10033, 0, 1, 2048}, /* ModelPackageGroupArn */
    {0, 4, 2, 10119, 0, 0, 0, 0, 0, 0}, /* ModelPackageGroupSortBy */
    {10, 0, 6, 958, 0, 0, 0, 0, 0, 0}, /* ModelPackageGroupSummary */
    {8, 0, 0, 0, 311, 0, 0, 0, 0, 0}, /* ModelPackageGroupSummaryList */
    {10, 0, 2, 964, 0, 0, 0, 0, 0, 0}, /* ModelPackageModelCard */
    {0, 4, 2, 10154, 0, 0, 0, 0, 0, 0}, /* ModelPackageRegistrationType */
    {10, 0, 1, 966, 0, 0, 0, 0, 0, 0}, /* ModelPackageSecurityConfig */
    {0, 3, 0, 0, 0, 0, 10172, 0, 0, 1024}, /* ModelPackageSourceUri */
    {10, 0, 2, 967, 0, 0, 0, 0, 0, 0}, /* ModelPackageStatusDetails */
    {10, 0, 3, 969, 0, 0, 0, 0, 0, 0}, /* ModelPackageStatusItem */
    {8, 0, 0, 0, 318, 0, 0, 0, 0, 0}, /* ModelPackageStatusItemList */
    {10, 0, 10, 972, 0, 0, 0, 0, 0, 0}, /* ModelPackageSummary */
    {8, 0, 0, 0, 320, 0, 0, 0, 0, 0}, /* ModelPackageSummaryList */
    {0, 4, 3, 10245, 0, 0, 0, 0, 0, 0}, /* ModelPackageType */
    {10, 0, 2, 982, 0, 0, 0, 0, 0, 0}, /* ModelPackageValidationProfile */
    {8, 3, 0, 0, 323, 0, 0, 0, 0, 1}, /* ModelPackageValidationProfiles */
    {10, 0, 2, 984, 0, 0, 0, 0, 0, 0}, /* ModelPackageValidationSpecification */
    {10, 0, 1, 986, 0, 0, 0, 0, 0, 0}, /* ModelStepMetadata */
    {10, 0, 3, 987, 0, 0, 0, 0, 0, 0}, /* ModelSummary */
    {8, 0, 0, 0, 327, 0, 0, 0, 0, 0}, /* ModelSummaryList */
    {10, 0, 1, 990, 0, 0, 0, 0, 0, 0}, /* MonitoringAlertActions */
    {10, 0, 7, 991, 0, 0, 0, 0, 0, 0}, /* MonitoringAlertSummary */
    {8, 0, 0, 0, 330, 0, 0, 0, 0, 0}, /* MonitoringAlertSummaryList */
    {10, 0, 5, 998, 0, 0, 0, 0, 0, 0}, /* MonitoringAppSpecification */
    {10, 0, 3, 1003, 0, 0, 0, 0, 0, 0}, /* MonitoringBaselineConfig */
    {10, 0, 4, 1006, 0, 0, 0, 0, 0, 0}, /* MonitoringClusterConfig */
    {10, 0, 1, 1010, 0, 0, 0, 0, 0, 0}, /* MonitoringConstraintsResource */
    {10, 0, 1, 1011, 0, 0, 0, 0, 0, 0}, /* MonitoringCsvDatasetFormat */
    {10, 0, 3, 1012, 0, 0, 0, 0, 0, 0}, /* MonitoringDatasetFormat */
    {9, 0, 0, 0, 4, 408, 0, 0, 0, 0}, /* MonitoringEnvironmentMap */
    {10, 0, 10, 1015, 0, 0, 0, 0, 0, 0}, /* MonitoringExecutionSummary */
    {10, 0, 2, 1025, 0, 0, 0, 0, 0, 0}, /* MonitoringInput */
    {8, 0, 0, 0, 340, 0, 0, 0, 0, 0}, /* MonitoringInputs */
    {10, 0, 9, 1027, 0, 0, 0, 0, 0, 0}, /* MonitoringJobDefinition */
    {10, 0, 1, 1036, 0, 0, 0, 0, 0, 0}, /* MonitoringJsonDatasetFormat */
    {10, 0, 1, 1037, 0, 0, 0, 0, 0, 0}, /* MonitoringOutput */
    {10, 0, 2, 1038, 0, 0, 0, 0, 0, 0}, /* MonitoringOutputConfig */
    {8, 0, 0, 0, 344, 0, 0, 0, 0, 0}, /* MonitoringOutputs */
    {10, 0, 1, 1040, 0, 0, 0, 0, 0, 0}, /* MonitoringResources */
    {10, 0, 3, 1041, 0, 0, 0, 0, 0, 0}, /* MonitoringS3Output */
    {10, 0, 11, 1044, 0, 0, 0, 0, 0, 0}, /* MonitoringSchedule */
    {10, 0, 4, 1055, 0, 0, 0, 0, 0, 0}, /* MonitoringScheduleConfig */
    {8, 0, 0, 0, 349, 0, 0, 0, 0, 0}, /* MonitoringScheduleList */
    {10, 0, 1, 1059, 0, 0, 0, 0, 0, 0}, /* MonitoringStoppingCondition */
    {10, 0, 1, 1060, 0, 0, 0, 0, 0, 0}, /* MultiModelConfig */
    {0, 3, 0, 0, 0, 0, 10901, 0, 0, 63}, /* NameContains */
    {10, 0, 2, 1061, 0, 0, 0, 0, 0, 0}, /* NestedFilters */
    {8, 3, 0, 0, 355, 0, 0, 0, 1, 20}, /* NestedFiltersList */
    {10, 0, 3, 1063, 0, 0, 0, 0, 0, 0}, /* NetworkConfig */
    {0, 3, 0, 0, 0, 0, 0, 0, 0, 8192}, /* NextToken */
    {10, 0, 3, 1066, 0, 0, 0, 0, 0, 0}, /* ObjectiveStatusCounters */
    {10, 0, 4, 1069, 0, 0, 0, 0, 0, 0}, /* OfflineStoreConfig */
    {10, 0, 2, 1073, 0, 0, 0, 0, 0, 0}, /* OfflineStoreStatus */
    {10, 0, 4, 1075, 0, 0, 0, 0, 0, 0}, /* OnlineStoreConfig */
    {0, 4, 10, 11095, 0, 0, 0, 0, 0, 0}, /* Operator */
    {0, 4, 2, 11201, 0, 0, 0, 0, 0, 0}, /* OrderKey */
    {0, 4, 2, 11222, 0, 0, 0, 0, 0, 0}, /* OutputCompressionType */
    {10, 0, 3, 1079, 0, 0, 0, 0, 0, 0}, /* OutputDataConfig */
    {10, 0, 2, 1082, 0, 0, 0, 0, 0, 0}, /* OutputParameter */
    {8, 0, 0, 0, 367, 0, 0, 0, 0, 0}, /* OutputParameterList */
    {10, 0, 1, 1084, 0, 0, 0, 0, 0, 0}, /* ParallelismConfiguration */
    {10, 0, 2, 1085, 0, 0, 0, 0, 0, 0}, /* Parameter */
    {8, 3, 0, 0, 370, 0, 0, 0, 0, 200}, /* ParameterList */
    {10, 0, 4, 1087, 0, 0, 0, 0, 0, 0}, /* ParameterRanges */
    {10, 0, 2, 1091, 0, 0, 0, 0, 0, 0}, /* Parent */
    {10, 0, 1, 1093, 0, 0, 0, 0, 0, 0}, /* ParentHyperParameterTuningJob */
    {8, 0, 0, 0, 374, 0, 0, 0, 0, 0}, /* ParentHyperParameterTuningJobs */
    {8, 0, 0, 0, 373, 0, 0, 0, 0, 0}, /* Parents */
    {0, 4, 1, 11353, 0, 0, 0, 0, 0, 0}, /* Peft */
    {10, 0, 13, 1094, 0, 0, 0, 0, 0, 0}, /* Pipeline */
    {0, 3, 0, 0, 0, 0, 11358, 0, 0, 2048}, /* PipelineArn */
    {0, 3, 0, 0, 0, 0, 0, 0, 1, 1048576}, /* PipelineDefinition */
    {10, 0, 3, 1107, 0, 0, 0, 0, 0, 0}, /* PipelineDefinitionS3Location */
    {0, 3, 0, 0, 0, 0, 0, 0, 0, 3072}, /* PipelineDescription */
    {10, 0, 16, 1110, 0, 0, 0, 0, 0, 0}, /* PipelineExecution */
    {0, 3, 0, 0, 0, 0, 11451, 0, 0, 2048}, /* PipelineExecutionArn */
    {0, 3, 0, 0, 0, 0, 11527, 0, 1, 82}, /* PipelineExecutionName */
    {10, 0, 12, 1126, 0, 0, 0, 0, 0, 0}, /* PipelineExecutionStep */
    {8, 0, 0, 0, 386, 0, 0, 0, 0, 0}, /* PipelineExecutionStepList */
    {10, 0, 28, 1138, 0, 0, 0, 0, 0, 0}, /* PipelineExecutionStepMetadata */
    {10, 0, 7, 1166, 0, 0, 0, 0, 0, 0}, /* PipelineExecutionSummary */
    {8, 0, 0, 0, 389, 0, 0, 0, 0, 0}, /* PipelineExecutionSummaryList */
    {10, 0, 2, 1173, 0, 0, 0, 0, 0, 0}, /* PipelineExperimentConfig */
    {0, 4, 2, 12051, 0, 0, 0, 0, 0, 0}, /* PipelineManagedBy */
    {0, 3, 0, 0, 0, 0, 12064, 0, 1, 256}, /* PipelineName */
    {0, 3, 0, 0, 0, 0, 12098, 0, 1, 2048}, /* PipelineNameOrArn */
    {0, 3, 0, 0, 0, 0, 12202, 0, 1, 256}, /* PipelineParameterName */
    {10, 0, 8, 1175, 0, 0, 0, 0, 0, 0}, /* PipelineSummary */
    {8, 0, 0, 0, 396, 0, 0, 0, 0, 0}, /* PipelineSummaryList */
    {10, 0, 12, 1183, 0, 0, 0, 0, 0, 0}, /* PipelineVersion */
    {0, 3, 0, 0, 0, 0, 12346, 0, 1, 128}, /* PipelineVersionAlias */
    {8, 3, 0, 0, 399, 0, 0, 0, 0, 10}, /* PipelineVersionAliasList */
    {2, 1, 0, 0, 0, 0, 0, 0, 1, 0}, /* PipelineVersionId */
    {10, 0, 7, 1195, 0, 0, 0, 0, 0, 0}, /* PipelineVersionSummary */
    {8, 0, 0, 0, 402, 0, 0, 0, 0, 0}, /* PipelineVersionSummaryList */
    {10, 0, 2, 1202, 0, 0, 0, 0, 0, 0}, /* PlacementSpecification */
    {8, 3, 0, 0, 404, 0, 0, 0, 0, 10}, /* PlacementSpecifications */
    {10, 0, 2, 1204, 0, 0, 0, 0, 0, 0}, /* PrefixAwareRoutingConfig */
    {10, 0, 7, 1206, 0, 0, 0, 0, 0, 0}, /* ProcessingClusterConfig */
    {0, 3, 0, 0, 0, 0, 5749, 0, 0, 256}, /* ProcessingEnvironmentKey */
    {9, 3, 0, 0, 4, 408, 0, 0, 0, 100}, /* ProcessingEnvironmentMap */
    {10, 0, 1, 1213, 0, 0, 0, 0, 0, 0}, /* ProcessingFeatureStoreOutput */
    {10, 0, 4, 1214, 0, 0, 0, 0, 0, 0}, /* ProcessingInput */
    {8, 3, 0, 0, 411, 0, 0, 0, 0, 10}, /* ProcessingInputs */
    {10, 0, 2, 1218, 0, 0, 0, 0, 0, 0}, /* ProcessingInstancePreference */
    {8, 3, 0, 0, 413, 0, 0, 0, 1, 5}, /* ProcessingInstancePreferenceList */
    {0, 4, 207, 12561, 0, 0, 0, 0, 0, 0}, /* ProcessingInstanceType */
    {10, 0, 22, 1220, 0, 0, 0, 0, 0, 0}, /* ProcessingJob */
    {0, 4, 5, 15806, 0, 0, 0, 0, 0, 0}, /* ProcessingJobStatus */
    {8, 0, 0, 0, 419, 0, 0, 0, 0, 0}, /* ProcessingJobSummaries */
    {10, 0, 8, 1242, 0, 0, 0, 0, 0, 0}, /* ProcessingJobSummary */
    {1, 3, 0, 0, 0, 0, 0, 0, 1, 777600}, /* ProcessingMaxRuntimeInSeconds */
    {10, 0, 4, 1250, 0, 0, 0, 0, 0, 0}, /* ProcessingOutput */
    {10, 0, 2, 1254, 0, 0, 0, 0, 0, 0}, /* ProcessingOutputConfig */
    {8, 3, 0, 0, 421, 0, 0, 0, 0, 10}, /* ProcessingOutputs */
    {10, 0, 1, 1256, 0, 0, 0, 0, 0, 0}, /* ProcessingResources */
    {0, 4, 2, 15889, 0, 0, 0, 0, 0, 0}, /* ProcessingS3DataType */
    {10, 0, 6, 1257, 0, 0, 0, 0, 0, 0}, /* ProcessingS3Input */
    {10, 0, 3, 1263, 0, 0, 0, 0, 0, 0}, /* ProcessingS3Output */
    {0, 4, 2, 15957, 0, 0, 0, 0, 0, 0}, /* ProcessingS3UploadMode */
    {10, 0, 1, 1266, 0, 0, 0, 0, 0, 0}, /* ProcessingStoppingCondition */
    {1, 3, 0, 0, 0, 0, 0, 0, 1, 16384}, /* ProcessingVolumeSizeInGB */
    {0, 3, 0, 0, 0, 0, 15977, 0, 0, 256}, /* ProductId */
    {10, 0, 6, 1267, 0, 0, 0, 0, 0, 0}, /* ProductionVariantCapacityReservationSummary */
    {0, 4, 277, 16076, 0, 0, 0, 0, 0, 0}, /* ProductionVariantInstanceType */
    {10, 0, 4, 1273, 0, 0, 0, 0, 0, 0}, /* ProductionVariantManagedInstanceScaling */
    {10, 0, 3, 1277, 0, 0, 0, 0, 0, 0}, /* ProductionVariantManagedInstanceScalingScaleInPolicy */
    {10, 0, 2, 1280, 0, 0, 0, 0, 0, 0}, /* ProductionVariantRoutingConfig */
    {10, 0, 3, 1282, 0, 0, 0, 0, 0, 0}, /* ProductionVariantServerlessConfig */
    {10, 0, 3, 1285, 0, 0, 0, 0, 0, 0}, /* ProductionVariantStatus */
    {8, 0, 0, 0, 438, 0, 0, 0, 0, 0}, /* ProductionVariantStatusList */
    {10, 0, 14, 1288, 0, 0, 0, 0, 0, 0}, /* ProductionVariantSummary */
    {8, 0, 0, 0, 440, 0, 0, 0, 0, 0}, /* ProductionVariantSummaryList */
    {10, 0, 4, 1302, 0, 0, 0, 0, 0, 0}, /* ProfilerConfig */
    {2, 0, 0, 0, 0, 0, 0, 0, 0, 0}, /* ProfilingIntervalInMilliseconds */
    {10, 0, 13, 1306, 0, 0, 0, 0, 0, 0}, /* Project */
    {10, 0, 10, 1319, 0, 0, 0, 0, 0, 0}, /* QualityCheckStepMetadata */
    {10, 0, 3, 1329, 0, 0, 0, 0, 0, 0}, /* RealTimeInferenceRecommendation */
    {8, 0, 0, 0, 446, 0, 0, 0, 0, 0}, /* RealTimeInferenceRecommendations */
    {8, 0, 0, 0, 433, 0, 0, 0, 0, 0}, /* RealtimeInferenceInstanceTypes */
    {0, 4, 2, 20985, 0, 0, 0, 0, 0, 0}, /* RecordWrapper */
    {0, 3, 0, 0, 0, 0, 0, 0, 1, 63}, /* RedshiftClusterId */
    {0, 3, 0, 0, 0, 0, 0, 0, 1, 64}, /* RedshiftDatabase */
    {10, 0, 9, 1332, 0, 0, 0, 0, 0, 0}, /* RedshiftDatasetDefinition */
    {0, 4, 5, 21021, 0, 0, 0, 0, 0, 0}, /* RedshiftResultCompressionType */
    {0, 4, 2, 21049, 0, 0, 0, 0, 0, 0}, /* RedshiftResultFormat */
    {0, 3, 0, 0, 0, 0, 0, 0, 1, 128}, /* RedshiftUserName */
    {10, 0, 1, 1341, 0, 0, 0, 0, 0, 0}, /* RemoteDebugConfig */
    {0, 4, 2, 21079, 0, 0, 0, 0, 0, 0}, /* RepositoryAccessMode */
    {10, 0, 1, 1342, 0, 0, 0, 0, 0, 0}, /* RepositoryAuthConfig */
    {0, 3, 0, 0, 0, 0, 0, 0, 1, 2048}, /* RepositoryCredentialsProviderArn */
    {0, 3, 0, 0, 0, 0, 21125, 0, 0, 256}, /* ResourceArn */
    {10, 0, 11, 1343, 0, 0, 0, 0, 0, 0}, /* ResourceConfig */
    {10, 0, 3, 1354, 0, 0, 0, 0, 0, 0}, /* ResourceLimits */
    {0, 4, 20, 21302, 0, 0, 0, 0, 0, 0}, /* ResourceType */
    {0, 3, 0, 0, 0, 0, 21560, 0, 0, 1024}, /* ResponseMIMEType */
    {8, 0, 0, 0, 464, 0, 0, 0, 0, 0}, /* ResponseMIMETypes */
    {10, 0, 3, 1357, 0, 0, 0, 0, 0, 0}, /* RetryPipelineExecutionRequest */
    {10, 0, 1, 1360, 0, 0, 0, 0, 0, 0}, /* RetryPipelineExecutionResponse */
    {10, 0, 1, 1361, 0, 0, 0, 0, 0, 0}, /* RetryStrategy */
    {0, 3, 0, 0, 0, 0, 21592, 0, 20, 2048}, /* RoleArn */
    {9, 3, 0, 0, 4, 67, 0, 0, 0, 100}, /* RuleParameters */
    {10, 0, 7, 1362, 0, 0, 0, 0, 0, 0}, /* S3DataSource */
    {0, 4, 4, 21768, 0, 0, 0, 0, 0, 0}, /* S3DataType */
    {10, 0, 8, 1369, 0, 0, 0, 0, 0, 0}, /* S3ModelDataSource */
    {0, 4, 2, 21848, 0, 0, 0, 0, 0, 0}, /* S3ModelDataType */
    {0, 3, 0, 0, 0, 0, 21866, 0, 0, 1024}, /* S3ModelUri */
    {10, 0, 3, 1377, 0, 0, 0, 0, 0, 0}, /* S3StorageConfig */
    {10, 0, 3, 1380, 0, 0, 0, 0, 0, 0}, /* ScheduleConfig */
    {10, 0, 4, 1383, 0, 0, 0, 0, 0, 0}, /* SearchExpression */
    {8, 3, 0, 0, 478, 0, 0, 0, 1, 20}, /* SearchExpressionList */
    {10, 0, 18, 1387, 0, 0, 0, 0, 0, 0}, /* SearchRecord */
    {10, 0, 8, 1405, 0, 0, 0, 0, 0, 0}, /* SearchRequest */
    {10, 0, 3, 1413, 0, 0, 0, 0, 0, 0}, /* SearchResponse */
    {8, 0, 0, 0, 480, 0, 0, 0, 0, 0}, /* SearchResultsList */
    {10, 0, 4, 1416, 0, 0, 0, 0, 0, 0}, /* SecondaryStatusTransition */
    {8, 0, 0, 0, 484, 0, 0, 0, 0, 0}, /* SecondaryStatusTransitions */
    {0, 3, 0, 0, 0, 0, 22235, 0, 0, 32}, /* SecurityGroupId */
    {10, 0, 1, 1420, 0, 0, 0, 0, 0, 0}, /* SelectedStep */
    {8, 3, 0, 0, 487, 0, 0, 0, 1, 50}, /* SelectedStepList */
    {10, 0, 2, 1421, 0, 0, 0, 0, 0, 0}, /* SelectiveExecutionConfig */
    {0, 3, 0, 0, 0, 0, 22263, 0, 1, 50}, /* SequenceLength */
    {0, 3, 0, 0, 0, 0, 22268, 0, 1, 2048}, /* ServerlessJobBaseModelArn */
    {10, 0, 8, 1423, 0, 0, 0, 0, 0, 0}, /* ServerlessJobConfig */
    {0, 4, 2, 22535, 0, 0, 0, 0, 0, 0}, /* ServerlessJobType */
    {10, 0, 2, 1431, 0, 0, 0, 0, 0, 0}, /* ServiceCatalogProvisionedProductDetails */
    {10, 0, 4, 1433, 0, 0, 0, 0, 0, 0}, /* ServiceCatalogProvisioningDetails */
    {10, 0, 1, 1437, 0, 0, 0, 0, 0, 0}, /* SessionChainingConfig */
    {10, 0, 1, 1438, 0, 0, 0, 0, 0, 0}, /* ShuffleConfig */
    {0, 4, 2, 22693, 0, 0, 0, 0, 0, 0}, /* SkipModelValidation */
    {0, 4, 3, 22702, 0, 0, 0, 0, 0, 0}, /* SortBy */
    {0, 4, 2, 22727, 0, 0, 0, 0, 0, 0}, /* SortPipelineExecutionsBy */
    {10, 0, 4, 1439, 0, 0, 0, 0, 0, 0}, /* SourceAlgorithm */
    {8, 3, 0, 0, 501, 0, 0, 0, 1, 1}, /* SourceAlgorithmList */
    {10, 0, 1, 1443, 0, 0, 0, 0, 0, 0}, /* SourceAlgorithmSpecification */
    {0, 4, 4, 22778, 0, 0, 0, 0, 0, 0}, /* SplitType */
    {0, 3, 0, 0, 0, 0, 22806, 0, 0, 1024}, /* StageDescription */
    {10, 0, 11, 1444, 0, 0, 0, 0, 0, 0}, /* StartPipelineExecutionRequest */
    {10, 0, 2, 1455, 0, 0, 0, 0, 0, 0}, /* StopPipelineExecutionRequest */
    {10, 0, 3, 1457, 0, 0, 0, 0, 0, 0}, /* StoppingCondition */
    {8, 3, 0, 0, 486, 0, 0, 0, 1, 16}, /* Subnets */
    {10, 0, 2, 1460, 0, 0, 0, 0, 0, 0}, /* Tag */
    {0, 3, 0, 0, 0, 0, 22861, 0, 1, 128}, /* TagKey */
    {8, 3, 0, 0, 511, 0, 0, 0, 1, 50}, /* TagKeyList */
    {8, 3, 0, 0, 510, 0, 0, 0, 0, 50}, /* TagList */
    {0, 3, 0, 0, 0, 0, 22861, 0, 0, 256}, /* TagValue */
    {10, 0, 1, 1462, 0, 0, 0, 0, 0, 0}, /* TemplateProviderDetail */
    {8, 0, 0, 0, 515, 0, 0, 0, 0, 0}, /* TemplateProviderDetailList */
    {10, 0, 2, 1463, 0, 0, 0, 0, 0, 0}, /* TensorBoardOutputConfig */
    {10, 0, 2, 1465, 0, 0, 0, 0, 0, 0}, /* TotalHits */
    {0, 3, 0, 0, 0, 0, 5749, 0, 0, 512}, /* TrainingEnvironmentKey */
    {9, 3, 0, 0, 521, 519, 0, 0, 0, 100}, /* TrainingEnvironmentMap */
    {0, 3, 0, 0, 0, 0, 0, 0, 0, 512}, /* TrainingEnvironmentValue */
    {10, 0, 2, 1467, 0, 0, 0, 0, 0, 0}, /* TrainingImageConfig */
    {0, 4, 3, 22984, 0, 0, 0, 0, 0, 0}, /* TrainingInputMode */
    {0, 4, 225, 23003, 0, 0, 0, 0, 0, 0}, /* TrainingInstanceType */
    {10, 0, 41, 1469, 0, 0, 0, 0, 0, 0}, /* TrainingJob */
    {0, 4, 6, 26551, 0, 0, 0, 0, 0, 0}, /* TrainingJobStatus */
    {10, 0, 5, 1510, 0, 0, 0, 0, 0, 0}, /* TrainingJobStatusCounters */
    {8, 0, 0, 0, 529, 0, 0, 0, 0, 0}, /* TrainingJobSummaries */
    {10, 0, 9, 1515, 0, 0, 0, 0, 0, 0}, /* TrainingJobSummary */
    {0, 3, 0, 0, 0, 0, 26667, 0, 50, 2048}, /* TrainingPlanArn */
    {8, 3, 0, 0, 530, 0, 0, 0, 1, 1}, /* TrainingPlanArnList */
    {10, 0, 4, 1524, 0, 0, 0, 0, 0, 0}, /* TrainingProgressInfo */
    {10, 0, 1, 1528, 0, 0, 0, 0, 0, 0}, /* TrainingRepositoryAuthConfig */
    {0, 3, 0, 0, 0, 0, 26830, 0, 1, 2048}, /* TrainingRepositoryCredentialsProviderArn */
    {0, 3, 0, 0, 0, 0, 26893, 0, 1, 63}, /* TransformAmiVersion */
    {10, 0, 1, 1529, 0, 0, 0, 0, 0, 0}, /* TransformDataSource */
    {0, 3, 0, 0, 0, 0, 26922, 0, 0, 1024}, /* TransformEnvironmentKey */
    {9, 3, 0, 0, 539, 537, 0, 0, 0, 16}, /* TransformEnvironmentMap */
    {0, 3, 0, 0, 0, 0, 0, 0, 0, 10240}, /* TransformEnvironmentValue */
    {10, 0, 4, 1530, 0, 0, 0, 0, 0, 0}, /* TransformInput */
    {0, 4, 116, 26962, 0, 0, 0, 0, 0, 0}, /* TransformInstanceType */
    {8, 1, 0, 0, 541, 0, 0, 0, 1, 0}, /* TransformInstanceTypes */
    {10, 0, 22, 1534, 0, 0, 0, 0, 0, 0}, /* TransformJob */
    {10, 0, 7, 1556, 0, 0, 0, 0, 0, 0}, /* TransformJobDefinition */
    {10, 0, 4, 1563, 0, 0, 0, 0, 0, 0}, /* TransformOutput */
    {10, 0, 4, 1567, 0, 0, 0, 0, 0, 0}, /* TransformResources */
    {10, 0, 2, 1571, 0, 0, 0, 0, 0, 0}, /* TransformS3DataSource */
    {10, 0, 12, 1573, 0, 0, 0, 0, 0, 0}, /* Trial */
    {10, 0, 21, 1585, 0, 0, 0, 0, 0, 0}, /* TrialComponent */
    {10, 0, 2, 1606, 0, 0, 0, 0, 0, 0}, /* TrialComponentArtifact */
    {9, 0, 0, 0, 550, 2, 0, 0, 0, 0}, /* TrialComponentArtifacts */
    {8, 0, 0, 0, 553, 0, 0, 0, 0, 0}, /* TrialComponentMetricSummaries */
    {10, 0, 9, 1608, 0, 0, 0, 0, 0, 0}, /* TrialComponentMetricSummary */
    {10, 0, 2, 1617, 0, 0, 0, 0, 0, 0}, /* TrialComponentParameterValue */
    {9, 0, 0, 0, 554, 2, 0, 0, 0, 0}, /* TrialComponentParameters */
    {8, 0, 0, 0, 557, 0, 0, 0, 0, 0}, /* TrialComponentSimpleSummaries */
    {10, 0, 5, 1619, 0, 0, 0, 0, 0, 0}, /* TrialComponentSimpleSummary */
    {10, 0, 4, 1624, 0, 0, 0, 0, 0, 0}, /* TrialComponentSourceDetail */
    {10, 0, 2, 1628, 0, 0, 0, 0, 0, 0}, /* TrialComponentStatus */
    {10, 0, 2, 1630, 0, 0, 0, 0, 0, 0}, /* TtlDuration */
    {10, 0, 3, 1632, 0, 0, 0, 0, 0, 0}, /* TuningJobCompletionCriteria */
    {10, 0, 12, 1635, 0, 0, 0, 0, 0, 0}, /* UpdateModelPackageInput */
    {10, 0, 4, 1647, 0, 0, 0, 0, 0, 0}, /* UpdatePipelineExecutionRequest */
    {10, 0, 8, 1651, 0, 0, 0, 0, 0, 0}, /* UpdatePipelineRequest */
    {10, 0, 2, 1659, 0, 0, 0, 0, 0, 0}, /* UpdatePipelineResponse */
    {10, 0, 5, 1661, 0, 0, 0, 0, 0, 0}, /* UpdatePipelineVersionRequest */
    {10, 0, 4, 1666, 0, 0, 0, 0, 0, 0}, /* UserContext */
    {10, 0, 1, 1670, 0, 0, 0, 0, 0, 0}, /* VectorConfig */
    {0, 3, 0, 0, 0, 0, 29462, 0, 1, 176}, /* VersionedArnOrName */
    {10, 0, 2, 1671, 0, 0, 0, 0, 0, 0}, /* VisibilityConditions */
    {8, 3, 0, 0, 570, 0, 0, 0, 1, 5}, /* VisibilityConditionsList */
    {10, 0, 2, 1673, 0, 0, 0, 0, 0, 0}, /* VpcConfig */
    {8, 3, 0, 0, 486, 0, 0, 0, 1, 5}, /* VpcSecurityGroupIds */
    {0, 4, 4, 29603, 0, 0, 0, 0, 0, 0}, /* WarmPoolResourceStatus */
    {10, 0, 3, 1675, 0, 0, 0, 0, 0, 0}, /* WarmPoolStatus */
};

static const struct shape_member members[] = {
    {1, 0, 0, 3, 0, 0}, /* AcceleratorPartitionTypes */
    {27, 0, 0, 460, 1, 1}, /* ResourceArn */
    {39, 0, 0, 513, 1, 1}, /* Tags */
    {39, 0, 0, 513, 0, 0}, /* Tags */
    {44, 0, 0, 151, 1, 0}, /* Name */
    {49, 0, 0, 150, 0, 0}, /* Description */
    {61, 0, 0, 306, 1, 0}, /* Containers */
    {72, 0, 0, 542, 0, 0}, /* SupportedTransformInstanceTypes */
    {104, 0, 0, 448, 0, 0}, /* SupportedRealtimeInferenceInstanceTypes */
    {144, 0, 0, 79, 0, 0}, /* SupportedContentTypes */
    {166, 0, 0, 465, 0, 0}, /* SupportedResponseMIMETypes */
    {211, 0, 0, 10, 1, 0}, /* ChannelName */
    {223, 0, 0, 473, 1, 0}, /* S3DataSource */
    {236, 0, 0, 14, 1, 0}, /* S3DataType */
    {247, 0, 0, 475, 1, 0}, /* S3Uri */
    {253, 0, 0, 69, 0, 0}, /* CompressionType */
    {269, 0, 0, 155, 0, 0}, /* ETag */
    {292, 0, 0, 15, 0, 0}, /* TrainingImage */
    {306, 0, 0, 20, 0, 3}, /* AlgorithmName */
    {328, 0, 320, 523, 1, 1}, /* TrainingInputMode */
    {346, 0, 0, 268, 0, 0}, /* MetricDefinitions */
    {371, 0, 364, 5, 0, 2}, /* EnableSageMakerMetricsTimeSeries */
    {404, 0, 0, 71, 0, 0}, /* ContainerEntrypoint */
    {424, 0, 0, 71, 0, 0}, /* ContainerArguments */
    {443, 0, 0, 522, 0, 2}, /* TrainingImageConfig */
    {463, 0, 0, 400, 0, 0}, /* Add */
    {467, 0, 0, 400, 0, 0}, /* Remove */
    {474, 0, 0, 15, 1, 0}, /* ImageUri */
    {404, 0, 0, 71, 0, 0}, /* ContainerEntrypoint */
    {424, 0, 0, 71, 0, 0}, /* ContainerArguments */
    {594, 0, 0, 2, 0, 0}, /* SourceArn */
    {604, 0, 0, 2, 0, 0}, /* DestinationArn */
    {676, 0, 0, 24, 1, 0}, /* Catalog */
    {684, 0, 0, 25, 1, 0}, /* Database */
    {693, 0, 0, 27, 1, 0}, /* QueryString */
    {705, 0, 0, 31, 0, 0}, /* WorkGroup */
    {715, 0, 0, 475, 1, 0}, /* OutputS3Uri */
    {727, 0, 0, 229, 0, 0}, /* KmsKeyId */
    {736, 0, 0, 29, 1, 0}, /* OutputFormat */
    {749, 0, 0, 28, 0, 0}, /* OutputCompression */
    {815, 0, 0, 4, 0, 0}, /* QueryExecutionId */
    {832, 0, 0, 19, 0, 0}, /* S3OutputLocation */
    {868, 0, 0, 2, 0, 0}, /* Arn */
    {44, 0, 0, 2, 0, 0}, /* Name */
    {872, 0, 0, 2, 0, 0}, /* ValueHint */
    {882, 0, 0, 74, 0, 0}, /* HubContentName */
    {897, 0, 0, 185, 0, 0}, /* HubContentVersion */
    {915, 0, 0, 15, 0, 0}, /* RecipeName */
    {926, 0, 0, 475, 0, 0}, /* DestinationS3Uri */
    {727, 0, 0, 229, 0, 0}, /* KmsKeyId */
    {943, 0, 0, 5, 0, 0}, /* GenerateInferenceId */
    {988, 0, 0, 2, 0, 0}, /* DataCapturedDestinationS3Uri */
    {1017, 0, 0, 337, 0, 0}, /* DatasetFormat */
    {1031, 0, 0, 4, 0, 0}, /* LocalPath */
    {1041, 0, 0, 214, 0, 0}, /* S3InputMode */
    {1053, 0, 0, 104, 0, 0}, /* S3DataDistributionType */
    {1076, 0, 0, 155, 0, 0}, /* FeaturesAttribute */
    {1094, 0, 0, 155, 0, 0}, /* InferenceAttribute */
    {1113, 0, 0, 155, 0, 0}, /* ProbabilityAttribute */
    {1134, 0, 0, 138, 0, 0}, /* ProbabilityThresholdAttribute */
    {1164, 0, 0, 2, 0, 0}, /* StartTimeOffset */
    {1180, 0, 0, 2, 0, 0}, /* EndTimeOffset */
    {1194, 0, 0, 2, 0, 0}, /* ExcludeFeaturesAttribute */
    {868, 0, 0, 19, 0, 0}, /* Arn */
    {1219, 0, 0, 44, 0, 0}, /* MaxNumberOfTrainingJobsNotImproving */
    {1255, 0, 0, 275, 0, 0}, /* Report */
    {1262, 0, 0, 275, 0, 0}, /* PreTrainingReport */
    {1280, 0, 0, 275, 0, 0}, /* PostTrainingReport */
    {1341, 0, 0, 384, 0, 0}, /* SourcePipelineExecutionArn */
    {1368, 0, 0, 2, 0, 0}, /* CallbackToken */
    {1382, 0, 0, 4, 0, 0}, /* SqsQueueUrl */
    {1394, 0, 0, 368, 0, 0}, /* OutputParameters */
    {44, 0, 0, 2, 0, 0}, /* Name */
    {1411, 0, 0, 3, 0, 0}, /* Values */
    {44, 0, 0, 2, 0, 0}, /* Name */
    {1418, 0, 0, 2, 0, 0}, /* Id */
    {1421, 0, 0, 2, 0, 0}, /* StatusMessage */
    {1435, 0, 0, 2, 0, 0}, /* Key */
    {1439, 0, 0, 2, 0, 0}, /* Value */
    {1445, 0, 0, 2, 0, 0}, /* TemplateName */
    {1458, 0, 0, 2, 0, 0}, /* TemplateURL */
    {1470, 0, 0, 469, 0, 0}, /* RoleARN */
    {1478, 0, 0, 54, 0, 0}, /* Parameters */
    {1489, 0, 0, 52, 0, 0}, /* StackDetail */
    {211, 0, 0, 10, 1, 0}, /* ChannelName */
    {1501, 0, 0, 107, 1, 0}, /* DataSource */
    {1512, 0, 0, 4, 0, 0}, /* ContentType */
    {253, 0, 1524, 69, 0, 1}, /* CompressionType */
    {1544, 0, 1532, 449, 0, 1}, /* RecordWrapperType */
    {1562, 0, 320, 523, 0, 1}, /* InputMode */
    {1572, 0, 0, 497, 0, 2}, /* ShuffleConfig */
    {247, 0, 0, 475, 1, 0}, /* S3Uri */
    {1031, 0, 0, 137, 0, 0}, /* LocalPath */
    {1586, 0, 0, 4, 0, 0}, /* CheckType */
    {1596, 0, 0, 19, 0, 0}, /* BaselineUsedForDriftCheckConstraints */
    {1633, 0, 0, 19, 0, 0}, /* CalculatedBaselineConstraints */
    {1663, 0, 0, 4, 0, 0}, /* ModelPackageGroupName */
    {1685, 0, 0, 19, 0, 0}, /* ViolationReport */
    {1701, 0, 0, 4, 0, 0}, /* CheckJobArn */
    {1713, 0, 0, 5, 0, 0}, /* SkipCheck */
    {1723, 0, 0, 5, 0, 0}, /* RegisterNewBaseline */
    {1743, 0, 0, 4, 0, 0}, /* StepName */
    {1752, 0, 0, 2, 0, 0}, /* ErrorCode */
    {1762, 0, 0, 2, 0, 0}, /* ErrorMessage */
    {1775, 0, 0, 62, 0, 0}, /* CleanedSteps */
    {1788, 0, 0, 60, 0, 0}, /* FailedSteps */
    {1800, 0, 0, 62, 0, 0}, /* SkippedSteps */
    {1827, 0, 0, 568, 0, 0}, /* VectorConfig */
    {1840, 0, 0, 67, 0, 0}, /* CollectionName */
    {1855, 0, 0, 68, 0, 0}, /* CollectionParameters */
    {1886, 0, 0, 2, 0, 0}, /* Outcome */
    {1894, 0, 0, 74, 0, 0}, /* ContainerHostname */
    {1912, 0, 0, 75, 0, 0}, /* Image */
    {1918, 0, 0, 207, 0, 2}, /* ImageConfig */
    {1930, 0, 0, 77, 0, 0}, /* Mode */
    {1935, 0, 0, 475, 0, 0}, /* ModelDataUrl */
    {1948, 0, 0, 296, 0, 0}, /* ModelDataSource */
    {1964, 0, 0, 12, 0, 0}, /* AdditionalModelDataSources */
    {1991, 0, 0, 153, 0, 0}, /* Environment */
    {2003, 0, 0, 569, 0, 0}, /* ModelPackageName */
    {2020, 0, 0, 151, 0, 0}, /* InferenceSpecificationName */
    {2047, 0, 0, 353, 0, 2}, /* MultiModelConfig */
    {2064, 0, 0, 76, 0, 2}, /* ContainerMetricsConfig */
    {2126, 0, 0, 273, 0, 0}, /* MetricsEndpoints */
    {44, 0, 0, 2, 0, 0}, /* Name */
    {2198, 0, 0, 2, 0, 0}, /* MinValue */
    {2207, 0, 0, 2, 0, 0}, /* MaxValue */
    {2216, 0, 0, 2, 0, 0}, /* ScalingType */
    {2228, 0, 0, 2, 0, 0}, /* CompleteOnConvergence */
    {2250, 0, 0, 300, 1, 1}, /* ModelName */
    {2260, 0, 0, 72, 0, 1}, /* PrimaryContainer */
    {61, 0, 0, 73, 0, 1}, /* Containers */
    {2277, 0, 0, 209, 0, 2}, /* InferenceExecutionConfig */
    {2302, 0, 0, 469, 0, 1}, /* ExecutionRoleArn */
    {39, 0, 0, 513, 0, 1}, /* Tags */
    {2319, 0, 0, 572, 0, 2}, /* VpcConfig */
    {2329, 0, 364, 5, 0, 2}, /* EnableNetworkIsolation */
    {2352, 0, 0, 2, 0, 0}, /* ModelArn */
    {1663, 0, 0, 151, 1, 1}, /* ModelPackageGroupName */
    {2361, 0, 0, 150, 0, 1}, /* ModelPackageGroupDescription */
    {39, 0, 0, 513, 0, 1}, /* Tags */
    {2390, 0, 0, 258, 0, 3}, /* ManagedConfiguration */
    {2411, 0, 0, 309, 0, 0}, /* ModelPackageGroupArn */
    {2003, 0, 0, 151, 0, 1}, /* ModelPackageName */
    {1663, 0, 0, 20, 0, 1}, /* ModelPackageGroupName */
    {2432, 0, 0, 150, 0, 1}, /* ModelPackageDescription */
    {2456, 0, 0, 314, 0, 2}, /* ModelPackageRegistrationType */
    {2485, 0, 0, 211, 0, 1}, /* InferenceSpecification */
    {2508, 0, 0, 325, 0, 3}, /* ValidationSpecification */
    {2532, 0, 0, 503, 0, 2}, /* SourceAlgorithmSpecification */
    {2561, 0, 364, 5, 0, 3}, /* CertifyForMarketplace */
    {39, 0, 0, 513, 0, 1}, /* Tags */
    {2583, 0, 0, 281, 0, 1}, /* ModelApprovalStatus */
    {2603, 0, 0, 265, 0, 1}, /* MetadataProperties */
    {2622, 0, 0, 299, 0, 1}, /* ModelMetrics */
    {2635, 0, 0, 63, 0, 1}, /* ClientToken */
    {2647, 0, 0, 155, 0, 1}, /* Domain */
    {2654, 0, 0, 155, 0, 1}, /* Task */
    {2659, 0, 0, 475, 0, 1}, /* SamplePayloadUrl */
    {2676, 0, 0, 99, 0, 1}, /* CustomerMetadataProperties */
    {2703, 0, 0, 139, 0, 1}, /* DriftCheckBaselines */
    {2723, 0, 0, 9, 0, 1}, /* AdditionalInferenceSpecifications */
    {2765, 0, 2757, 498, 0, 2}, /* SkipModelValidation */
    {2785, 0, 0, 316, 0, 1}, /* SourceUri */
    {2795, 0, 0, 315, 0, 2}, /* SecurityConfig */
    {2810, 0, 0, 313, 0, 1}, /* ModelCard */
    {2820, 0, 0, 298, 0, 1}, /* ModelLifeCycle */
    {2835, 0, 0, 259, 0, 3}, /* ManagedStorageType */
    {2854, 0, 0, 303, 0, 0}, /* ModelPackageArn */
    {2870, 0, 0, 393, 1, 1}, /* PipelineName */
    {2883, 0, 0, 393, 0, 1}, /* PipelineDisplayName */
    {2903, 0, 0, 380, 0, 1}, /* PipelineDefinition */
    {2922, 0, 0, 381, 0, 1}, /* PipelineDefinitionS3Location */
    {2951, 0, 0, 382, 0, 1}, /* PipelineDescription */
    {2971, 0, 0, 206, 1, 1}, /* ClientRequestToken */
    {2990, 0, 0, 469, 1, 1}, /* RoleArn */
    {39, 0, 0, 513, 0, 1}, /* Tags */
    {2998, 0, 0, 369, 0, 1}, /* ParallelismConfiguration */
    {3023, 0, 0, 400, 0, 3}, /* PipelineVersionAliases */
    {3046, 0, 0, 379, 0, 0}, /* PipelineArn */
    {3058, 0, 0, 412, 0, 1}, /* ProcessingInputs */
    {3075, 0, 0, 422, 0, 1}, /* ProcessingOutputConfig */
    {3098, 0, 0, 151, 1, 1}, /* ProcessingJobName */
    {3116, 0, 0, 424, 1, 1}, /* ProcessingResources */
    {3136, 0, 0, 429, 0, 1}, /* StoppingCondition */
    {3154, 0, 0, 18, 1, 1}, /* AppSpecification */
    {1991, 0, 0, 409, 0, 1}, /* Environment */
    {3171, 0, 0, 357, 0, 1}, /* NetworkConfig */
    {2990, 0, 0, 469, 1, 1}, /* RoleArn */
    {39, 0, 0, 513, 0, 1}, /* Tags */
    {3185, 0, 0, 157, 0, 2}, /* ExperimentConfig */
    {3202, 0, 0, 2, 0, 0}, /* ProcessingJobArn */
    {3219, 0, 0, 151, 1, 1}, /* TrainingJobName */
    {3235, 0, 0, 203, 0, 1}, /* HyperParameters */
    {3251, 0, 0, 16, 0, 1}, /* AlgorithmSpecification */
    {2990, 0, 0, 469, 1, 1}, /* RoleArn */
    {3274, 0, 0, 213, 0, 1}, /* InputDataConfig */
    {3290, 0, 0, 366, 1, 1}, /* OutputDataConfig */
    {3307, 0, 0, 461, 0, 1}, /* ResourceConfig */
    {2319, 0, 0, 572, 0, 2}, /* VpcConfig */
    {3136, 0, 0, 508, 0, 1}, /* StoppingCondition */
    {39, 0, 0, 513, 0, 1}, /* Tags */
    {2329, 0, 0, 5, 0, 1}, /* EnableNetworkIsolation */
    {3322, 0, 364, 5, 0, 2}, /* EnableInterContainerTrafficEncryption */
    {3360, 0, 364, 5, 0, 2}, /* EnableManagedSpotTraining */
    {3386, 0, 0, 57, 0, 1}, /* CheckpointConfig */
    {3403, 0, 0, 110, 0, 2}, /* DebugHookConfig */
    {3419, 0, 0, 112, 0, 3}, /* DebugRuleConfigurations */
    {3443, 0, 0, 517, 0, 2}, /* TensorBoardOutputConfig */
    {3185, 0, 0, 157, 0, 2}, /* ExperimentConfig */
    {3467, 0, 0, 442, 0, 2}, /* ProfilerConfig */
    {3482, 0, 0, 112, 0, 2}, /* ProfilerRuleConfigurations */
    {1991, 0, 0, 520, 0, 1}, /* Environment */
    {3509, 0, 0, 468, 0, 2}, /* RetryStrategy */
    {3523, 0, 0, 456, 0, 2}, /* RemoteDebugConfig */
    {3541, 0, 0, 212, 0, 2}, /* InfraCheckConfig */
    {3558, 0, 0, 496, 0, 2}, /* SessionChainingConfig */
    {3580, 0, 0, 492, 0, 3}, /* ServerlessJobConfig */
    {3600, 0, 0, 277, 0, 3}, /* MlflowConfig */
    {3613, 0, 0, 304, 0, 3}, /* ModelPackageConfig */
    {3632, 0, 0, 2, 0, 0}, /* TrainingJobArn */
    {3769, 0, 0, 147, 0, 0}, /* EnableCapture */
    {3783, 0, 0, 2, 0, 0}, /* CaptureStatus */
    {3797, 0, 0, 44, 0, 0}, /* CurrentSamplingPercentage */
    {926, 0, 0, 2, 0, 0}, /* DestinationS3Uri */
    {727, 0, 0, 229, 0, 0}, /* KmsKeyId */
    {3823, 0, 0, 2, 0, 0}, /* TableName */
    {676, 0, 0, 2, 0, 0}, /* Catalog */
    {684, 0, 0, 2, 0, 0}, /* Database */
    {3872, 0, 0, 2, 0, 0}, /* InputFilter */
    {3884, 0, 0, 2, 0, 0}, /* OutputFilter */
    {3897, 0, 0, 2, 0, 0}, /* JoinSource */
    {223, 0, 0, 471, 0, 0}, /* S3DataSource */
    {3908, 0, 0, 169, 0, 3}, /* FileSystemDataSource */
    {3929, 0, 0, 109, 0, 3}, /* DatasetSource */
    {3943, 0, 0, 26, 0, 0}, /* AthenaDatasetDefinition */
    {3967, 0, 0, 452, 0, 0}, /* RedshiftDatasetDefinition */
    {1031, 0, 0, 4, 0, 0}, /* LocalPath */
    {3993, 0, 0, 104, 0, 0}, /* DataDistributionType */
    {1562, 0, 0, 214, 0, 0}, /* InputMode */
    {4014, 0, 0, 186, 1, 0}, /* DatasetArn */
    {1031, 0, 0, 137, 0, 0}, /* LocalPath */
    {4025, 0, 0, 475, 1, 0}, /* S3OutputPath */
    {4038, 0, 0, 68, 0, 0}, /* HookParameters */
    {4053, 0, 0, 66, 0, 0}, /* CollectionConfigurations */
    {4078, 0, 0, 67, 1, 0}, /* RuleConfigurationName */
    {1031, 0, 0, 137, 0, 0}, /* LocalPath */
    {4025, 0, 0, 475, 0, 0}, /* S3OutputPath */
    {4100, 0, 0, 15, 1, 0}, /* RuleEvaluatorImage */
    {4119, 0, 0, 415, 0, 0}, /* InstanceType */
    {4132, 0, 0, 260, 0, 0}, /* VolumeSizeInGB */
    {4147, 0, 0, 470, 0, 0}, /* RuleParameters */
    {4078, 0, 0, 67, 0, 0}, /* RuleConfigurationName */
    {4162, 0, 0, 2, 0, 0}, /* RuleEvaluationJobArn */
    {4183, 0, 0, 2, 0, 0}, /* RuleEvaluationStatus */
    {4204, 0, 0, 2, 0, 0}, /* StatusDetails */
    {4218, 0, 0, 95, 0, 0}, /* LastModifiedTime */
    {2250, 0, 0, 300, 1, 1}, /* ModelName */
    {1663, 0, 0, 20, 1, 1}, /* ModelPackageGroupName */
    {2003, 0, 0, 569, 1, 1}, /* ModelPackageName */
    {2870, 0, 0, 393, 1, 1}, /* PipelineName */
    {2971, 0, 0, 206, 1, 1}, /* ClientRequestToken */
    {27, 0, 0, 460, 1, 1}, /* ResourceArn */
    {4235, 0, 0, 512, 1, 1}, /* TagKeys */
    {4243, 0, 0, 75, 0, 0}, /* SpecifiedImage */
    {4258, 0, 0, 75, 0, 0}, /* ResolvedImage */
    {4272, 0, 0, 95, 0, 0}, /* ResolutionTime */
    {4287, 0, 0, 2, 0, 0}, /* RecommendationStatus */
    {4308, 0, 0, 447, 0, 0}, /* RealTimeInferenceRecommendations */
    {2250, 0, 0, 300, 0, 0}, /* ModelName */
    {2260, 0, 0, 72, 0, 0}, /* PrimaryContainer */
    {61, 0, 0, 73, 0, 0}, /* Containers */
    {2277, 0, 0, 209, 0, 0}, /* InferenceExecutionConfig */
    {2302, 0, 0, 469, 0, 0}, /* ExecutionRoleArn */
    {2319, 0, 0, 572, 0, 0}, /* VpcConfig */
    {4341, 0, 0, 95, 0, 0}, /* CreationTime */
    {2352, 0, 0, 2, 0, 0}, /* ModelArn */
    {2329, 0, 0, 5, 0, 0}, /* EnableNetworkIsolation */
    {4354, 0, 0, 123, 0, 0}, /* DeploymentRecommendation */
    {1663, 0, 0, 151, 0, 0}, /* ModelPackageGroupName */
    {2411, 0, 0, 309, 0, 0}, /* ModelPackageGroupArn */
    {2361, 0, 0, 150, 0, 0}, /* ModelPackageGroupDescription */
    {4341, 0, 0, 95, 0, 0}, /* CreationTime */
    {4379, 0, 0, 567, 0, 0}, /* CreatedBy */
    {4389, 0, 0, 2, 0, 0}, /* ModelPackageGroupStatus */
    {2390, 0, 0, 258, 0, 0}, /* ManagedConfiguration */
    {2003, 0, 0, 569, 1, 1}, /* ModelPackageName */
    {4413, 0, 0, 208, 0, 1}, /* IncludedData */
    {2003, 0, 0, 151, 0, 0}, /* ModelPackageName */
    {1663, 0, 0, 151, 0, 0}, /* ModelPackageGroupName */
    {4426, 0, 0, 44, 0, 0}, /* ModelPackageVersion */
    {2456, 0, 0, 314, 0, 0}, /* ModelPackageRegistrationType */
    {2854, 0, 0, 303, 0, 0}, /* ModelPackageArn */
    {2432, 0, 0, 150, 0, 0}, /* ModelPackageDescription */
    {4341, 0, 0, 95, 0, 0}, /* CreationTime */
    {2485, 0, 0, 211, 0, 0}, /* InferenceSpecification */
    {2532, 0, 0, 503, 0, 0}, /* SourceAlgorithmSpecification */
    {2508, 0, 0, 325, 0, 0}, /* ValidationSpecification */
    {4446, 0, 0, 2, 0, 0}, /* ModelPackageStatus */
    {4465, 0, 0, 317, 0, 0}, /* ModelPackageStatusDetails */
    {2561, 0, 0, 5, 0, 0}, /* CertifyForMarketplace */
    {2583, 0, 0, 281, 0, 0}, /* ModelApprovalStatus */
    {4379, 0, 0, 567, 0, 0}, /* CreatedBy */
    {2603, 0, 0, 265, 0, 0}, /* MetadataProperties */
    {2622, 0, 0, 299, 0, 0}, /* ModelMetrics */
    {4218, 0, 0, 95, 0, 0}, /* LastModifiedTime */
    {4491, 0, 0, 567, 0, 0}, /* LastModifiedBy */
    {4506, 0, 0, 19, 0, 0}, /* ApprovalDescription */
    {2647, 0, 0, 155, 0, 0}, /* Domain */
    {2654, 0, 0, 155, 0, 0}, /* Task */
    {2659, 0, 0, 155, 0, 0}, /* SamplePayloadUrl */
    {2676, 0, 0, 99, 0, 0}, /* CustomerMetadataProperties */
    {2703, 0, 0, 139, 0, 0}, /* DriftCheckBaselines */
    {2723, 0, 0, 9, 0, 0}, /* AdditionalInferenceSpecifications */
    {2765, 0, 0, 498, 0, 0}, /* SkipModelValidation */
    {2785, 0, 0, 316, 0, 0}, /* SourceUri */
    {2795, 0, 0, 315, 0, 0}, /* SecurityConfig */
    {2810, 0, 0, 313, 0, 0}, /* ModelCard */
    {2820, 0, 0, 298, 0, 0}, /* ModelLifeCycle */
    {2835, 0, 0, 259, 0, 0}, /* ManagedStorageType */
    {4526, 0, 0, 384, 1, 1}, /* PipelineExecutionArn */
    {2903, 0, 0, 380, 0, 0}, /* PipelineDefinition */
    {4341, 0, 0, 95, 0, 0}, /* CreationTime */
    {3046, 0, 0, 379, 0, 0}, /* PipelineArn */
    {4526, 0, 0, 384, 0, 0}, /* PipelineExecutionArn */
    {4547, 0, 0, 385, 0, 0}, /* PipelineExecutionDisplayName */
    {4576, 0, 0, 2, 0, 0}, /* PipelineExecutionStatus */
    {4600, 0, 0, 382, 0, 0}, /* PipelineExecutionDescription */
    {4629, 0, 0, 391, 0, 0}, /* PipelineExperimentConfig */
    {4654, 0, 0, 2, 0, 0}, /* FailureReason */
    {4341, 0, 0, 95, 0, 0}, /* CreationTime */
    {4218, 0, 0, 95, 0, 0}, /* LastModifiedTime */
    {4379, 0, 0, 567, 0, 0}, /* CreatedBy */
    {4491, 0, 0, 567, 0, 0}, /* LastModifiedBy */
    {2998, 0, 0, 369, 0, 0}, /* ParallelismConfiguration */
    {4668, 0, 0, 489, 0, 0}, /* SelectiveExecutionConfig */
    {4693, 0, 0, 401, 0, 0}, /* PipelineVersionId */
    {4711, 0, 0, 257, 0, 0}, /* MLflowConfig */
    {3023, 0, 0, 400, 0, 0}, /* PipelineVersionAliases */
    {2990, 0, 0, 469, 0, 0}, /* RoleArn */
    {2870, 0, 0, 394, 1, 1}, /* PipelineName */
    {4693, 0, 0, 401, 0, 1}, /* PipelineVersionId */
    {4724, 0, 0, 399, 0, 3}, /* PipelineVersionAlias */
    {3046, 0, 0, 379, 0, 0}, /* PipelineArn */
    {2870, 0, 0, 393, 0, 0}, /* PipelineName */
    {2883, 0, 0, 393, 0, 0}, /* PipelineDisplayName */
    {2903, 0, 0, 380, 0, 0}, /* PipelineDefinition */
    {2951, 0, 0, 382, 0, 0}, /* PipelineDescription */
    {2990, 0, 0, 469, 0, 0}, /* RoleArn */
    {4745, 0, 0, 2, 0, 0}, /* PipelineStatus */
    {4341, 0, 0, 95, 0, 0}, /* CreationTime */
    {4218, 0, 0, 95, 0, 0}, /* LastModifiedTime */
    {4760, 0, 0, 95, 0, 0}, /* LastRunTime */
    {4379, 0, 0, 567, 0, 0}, /* CreatedBy */
    {4491, 0, 0, 567, 0, 0}, /* LastModifiedBy */
    {2998, 0, 0, 369, 0, 0}, /* ParallelismConfiguration */
    {4772, 0, 0, 385, 0, 0}, /* PipelineVersionDisplayName */
    {4799, 0, 0, 382, 0, 0}, /* PipelineVersionDescription */
    {3023, 0, 0, 400, 0, 0}, /* PipelineVersionAliases */
    {3098, 0, 0, 151, 1, 1}, /* ProcessingJobName */
    {3058, 0, 0, 412, 0, 0}, /* ProcessingInputs */
    {3075, 0, 0, 422, 0, 0}, /* ProcessingOutputConfig */
    {3098, 0, 0, 151, 0, 0}, /* ProcessingJobName */
    {3116, 0, 0, 424, 0, 0}, /* ProcessingResources */
    {3136, 0, 0, 429, 0, 0}, /* StoppingCondition */
    {3154, 0, 0, 18, 0, 0}, /* AppSpecification */
    {1991, 0, 0, 409, 0, 0}, /* Environment */
    {3171, 0, 0, 357, 0, 0}, /* NetworkConfig */
    {2990, 0, 0, 469, 0, 0}, /* RoleArn */
    {3185, 0, 0, 157, 0, 0}, /* ExperimentConfig */
    {3202, 0, 0, 2, 0, 0}, /* ProcessingJobArn */
    {4826, 0, 0, 417, 0, 0}, /* ProcessingJobStatus */
    {4846, 0, 0, 2, 0, 0}, /* ExitMessage */
    {4654, 0, 0, 2, 0, 0}, /* FailureReason */
    {4858, 0, 0, 95, 0, 0}, /* ProcessingEndTime */
    {4876, 0, 0, 95, 0, 0}, /* ProcessingStartTime */
    {4218, 0, 0, 95, 0, 0}, /* LastModifiedTime */
    {4341, 0, 0, 95, 0, 0}, /* CreationTime */
    {4896, 0, 0, 2, 0, 0}, /* MonitoringScheduleArn */
    {4918, 0, 0, 2, 0, 0}, /* AutoMLJobArn */
    {3632, 0, 0, 2, 0, 0}, /* TrainingJobArn */
    {3219, 0, 0, 151, 1, 1}, /* TrainingJobName */
    {3219, 0, 0, 151, 0, 0}, /* TrainingJobName */
    {3632, 0, 0, 2, 0, 0}, /* TrainingJobArn */
    {4931, 0, 0, 2, 0, 0}, /* TuningJobArn */
    {4944, 0, 0, 2, 0, 0}, /* LabelingJobArn */
    {4918, 0, 0, 2, 0, 0}, /* AutoMLJobArn */
    {4959, 0, 0, 282, 0, 0}, /* ModelArtifacts */
    {4974, 0, 0, 526, 0, 0}, /* TrainingJobStatus */
    {4992, 0, 0, 2, 0, 0}, /* SecondaryStatus */
    {4654, 0, 0, 2, 0, 0}, /* FailureReason */
    {3235, 0, 0, 203, 0, 0}, /* HyperParameters */
    {3251, 0, 0, 16, 0, 0}, /* AlgorithmSpecification */
    {2990, 0, 0, 469, 0, 0}, /* RoleArn */
    {3274, 0, 0, 213, 0, 0}, /* InputDataConfig */
    {3290, 0, 0, 366, 0, 0}, /* OutputDataConfig */
    {3307, 0, 0, 461, 0, 0}, /* ResourceConfig */
    {5008, 0, 0, 575, 0, 0}, /* WarmPoolStatus */
    {2319, 0, 0, 572, 0, 0}, /* VpcConfig */
    {3136, 0, 0, 508, 0, 0}, /* StoppingCondition */
    {4341, 0, 0, 95, 0, 0}, /* CreationTime */
    {5023, 0, 0, 95, 0, 0}, /* TrainingStartTime */
    {5041, 0, 0, 95, 0, 0}, /* TrainingEndTime */
    {4218, 0, 0, 95, 0, 0}, /* LastModifiedTime */
    {5057, 0, 0, 485, 0, 0}, /* SecondaryStatusTransitions */
    {5084, 0, 0, 176, 0, 0}, /* FinalMetricDataList */
    {2329, 0, 0, 5, 0, 0}, /* EnableNetworkIsolation */
    {3322, 0, 0, 5, 0, 0}, /* EnableInterContainerTrafficEncryption */
    {3360, 0, 0, 5, 0, 0}, /* EnableManagedSpotTraining */
    {3386, 0, 0, 57, 0, 0}, /* CheckpointConfig */
    {5104, 0, 0, 44, 0, 0}, /* TrainingTimeInSeconds */
    {5126, 0, 0, 44, 0, 0}, /* BillableTimeInSeconds */
    {5148, 0, 0, 45, 0, 0}, /* BillableTokenCount */
    {3403, 0, 0, 110, 0, 0}, /* DebugHookConfig */
    {3185, 0, 0, 157, 0, 0}, /* ExperimentConfig */
    {3419, 0, 0, 112, 0, 0}, /* DebugRuleConfigurations */
    {3443, 0, 0, 517, 0, 0}, /* TensorBoardOutputConfig */
    {5167, 0, 0, 114, 0, 0}, /* DebugRuleEvaluationStatuses */
    {3467, 0, 0, 442, 0, 0}, /* ProfilerConfig */
    {3482, 0, 0, 112, 0, 0}, /* ProfilerRuleConfigurations */
    {5195, 0, 0, 114, 0, 0}, /* ProfilerRuleEvaluationStatuses */
    {5226, 0, 0, 2, 0, 0}, /* ProfilingStatus */
    {1991, 0, 0, 520, 0, 0}, /* Environment */
    {3509, 0, 0, 468, 0, 0}, /* RetryStrategy */
    {3523, 0, 0, 456, 0, 0}, /* RemoteDebugConfig */
    {3541, 0, 0, 212, 0, 0}, /* InfraCheckConfig */
    {3580, 0, 0, 492, 0, 0}, /* ServerlessJobConfig */
    {3600, 0, 0, 277, 0, 0}, /* MlflowConfig */
    {3613, 0, 0, 304, 0, 0}, /* ModelPackageConfig */
    {5242, 0, 0, 278, 0, 0}, /* MlflowDetails */
    {5256, 0, 0, 532, 0, 0}, /* ProgressInfo */
    {5269, 0, 0, 303, 0, 0}, /* OutputModelPackageArn */
    {5291, 0, 0, 140, 0, 0}, /* Bias */
    {5296, 0, 0, 141, 0, 0}, /* Explainability */
    {5311, 0, 0, 142, 0, 0}, /* ModelQuality */
    {5324, 0, 0, 142, 0, 0}, /* ModelDataQuality */
    {5341, 0, 0, 167, 0, 0}, /* ConfigFile */
    {5352, 0, 0, 275, 0, 0}, /* PreTrainingConstraints */
    {5375, 0, 0, 275, 0, 0}, /* PostTrainingConstraints */
    {5399, 0, 0, 275, 0, 0}, /* Constraints */
    {5341, 0, 0, 167, 0, 0}, /* ConfigFile */
    {5411, 0, 0, 275, 0, 0}, /* Statistics */
    {5399, 0, 0, 275, 0, 0}, /* Constraints */
    {5422, 0, 0, 2, 0, 0}, /* ApplicationId */
    {5436, 0, 0, 2, 0, 0}, /* JobRunId */
    {5445, 0, 0, 4, 0, 0}, /* JobRunName */
    {5456, 0, 0, 19, 0, 0}, /* LogFilePath */
    {5468, 0, 0, 4, 0, 0}, /* ClusterId */
    {5478, 0, 0, 4, 0, 0}, /* StepId */
    {1743, 0, 0, 4, 0, 0}, /* StepName */
    {5456, 0, 0, 19, 0, 0}, /* LogFilePath */
    {5485, 0, 0, 2, 0, 0}, /* Ec2CapacityReservationId */
    {5510, 0, 0, 44, 0, 0}, /* TotalInstanceCount */
    {5529, 0, 0, 44, 0, 0}, /* AvailableInstanceCount */
    {5552, 0, 0, 44, 0, 0}, /* UsedByCurrentEndpoint */
    {5574, 0, 0, 2, 0, 0}, /* EndpointName */
    {5587, 0, 0, 2, 0, 0}, /* EndpointArn */
    {5599, 0, 0, 2, 0, 0}, /* EndpointConfigName */
    {5618, 0, 0, 441, 0, 0}, /* ProductionVariants */
    {5637, 0, 0, 102, 0, 0}, /* DataCaptureConfig */
    {5655, 0, 0, 2, 0, 0}, /* EndpointStatus */
    {4654, 0, 0, 2, 0, 0}, /* FailureReason */
    {4341, 0, 0, 95, 0, 0}, /* CreationTime */
    {4218, 0, 0, 95, 0, 0}, /* LastModifiedTime */
    {5670, 0, 0, 351, 0, 0}, /* MonitoringSchedules */
    {39, 0, 0, 513, 0, 0}, /* Tags */
    {5690, 0, 0, 441, 0, 0}, /* ShadowProductionVariants */
    {5574, 0, 0, 2, 0, 0}, /* EndpointName */
    {1031, 0, 0, 4, 0, 0}, /* LocalPath */
    {1041, 0, 0, 214, 0, 0}, /* S3InputMode */
    {1053, 0, 0, 104, 0, 0}, /* S3DataDistributionType */
    {1076, 0, 0, 155, 0, 0}, /* FeaturesAttribute */
    {1094, 0, 0, 155, 0, 0}, /* InferenceAttribute */
    {1113, 0, 0, 155, 0, 0}, /* ProbabilityAttribute */
    {1134, 0, 0, 138, 0, 0}, /* ProbabilityThresholdAttribute */
    {1164, 0, 0, 2, 0, 0}, /* StartTimeOffset */
    {1180, 0, 0, 2, 0, 0}, /* EndTimeOffset */
    {1194, 0, 0, 2, 0, 0}, /* ExcludeFeaturesAttribute */
    {5831, 0, 0, 158, 0, 0}, /* ExperimentName */
    {5846, 0, 0, 2, 0, 0}, /* ExperimentArn */
    {5860, 0, 0, 158, 0, 0}, /* DisplayName */
    {5872, 0, 0, 159, 0, 0}, /* Source */
    {49, 0, 0, 2, 0, 0}, /* Description */
    {4341, 0, 0, 95, 0, 0}, /* CreationTime */
    {4379, 0, 0, 567, 0, 0}, /* CreatedBy */
    {4218, 0, 0, 95, 0, 0}, /* LastModifiedTime */
    {4491, 0, 0, 567, 0, 0}, /* LastModifiedBy */
    {39, 0, 0, 513, 0, 0}, /* Tags */
    {5831, 0, 0, 158, 0, 0}, /* ExperimentName */
    {5879, 0, 0, 158, 0, 0}, /* TrialName */
    {5889, 0, 0, 158, 0, 0}, /* TrialComponentDisplayName */
    {5915, 0, 0, 158, 0, 0}, /* RunName */
    {594, 0, 0, 2, 0, 0}, /* SourceArn */
    {5957, 0, 0, 2, 0, 0}, /* SourceType */
    {1255, 0, 0, 275, 0, 0}, /* Report */
    {1762, 0, 0, 2, 0, 0}, /* ErrorMessage */
    {5968, 0, 0, 2, 0, 0}, /* FeatureName */
    {5980, 0, 0, 2, 0, 0}, /* FeatureType */
    {5992, 0, 0, 2, 0, 0}, /* CollectionType */
    {6007, 0, 0, 64, 0, 0}, /* CollectionConfig */
    {6024, 0, 0, 2, 0, 0}, /* FeatureGroupArn */
    {6040, 0, 0, 165, 0, 0}, /* FeatureGroupName */
    {6057, 0, 0, 2, 0, 0}, /* RecordIdentifierFeatureName */
    {6085, 0, 0, 2, 0, 0}, /* EventTimeFeatureName */
    {6106, 0, 0, 163, 0, 0}, /* FeatureDefinitions */
    {4341, 0, 0, 95, 0, 0}, /* CreationTime */
    {4218, 0, 0, 231, 0, 0}, /* LastModifiedTime */
    {6125, 0, 0, 362, 0, 0}, /* OnlineStoreConfig */
    {6143, 0, 0, 360, 0, 0}, /* OfflineStoreConfig */
    {2990, 0, 0, 469, 0, 0}, /* RoleArn */
    {6162, 0, 0, 2, 0, 0}, /* FeatureGroupStatus */
    {6181, 0, 0, 361, 0, 0}, /* OfflineStoreStatus */
    {6200, 0, 0, 232, 0, 0}, /* LastUpdateStatus */
    {4654, 0, 0, 2, 0, 0}, /* FailureReason */
    {49, 0, 0, 2, 0, 0}, /* Description */
    {39, 0, 0, 513, 0, 0}, /* Tags */
    {6024, 0, 0, 2, 0, 0}, /* FeatureGroupArn */
    {6040, 0, 0, 165, 0, 0}, /* FeatureGroupName */
    {5968, 0, 0, 2, 0, 0}, /* FeatureName */
    {5980, 0, 0, 2, 0, 0}, /* FeatureType */
    {4341, 0, 0, 95, 0, 0}, /* CreationTime */
    {4218, 0, 0, 231, 0, 0}, /* LastModifiedTime */
    {49, 0, 0, 2, 0, 0}, /* Description */
    {1478, 0, 0, 54, 0, 0}, /* Parameters */
    {1512, 0, 0, 4, 0, 0}, /* ContentType */
    {6253, 0, 0, 78, 0, 0}, /* ContentDigest */
    {247, 0, 0, 475, 1, 0}, /* S3Uri */
    {6273, 0, 0, 170, 1, 0}, /* FileSystemId */
    {6286, 0, 0, 168, 1, 0}, /* FileSystemAccessMode */
    {6307, 0, 0, 171, 1, 0}, /* FileSystemType */
    {6322, 0, 0, 137, 1, 0}, /* DirectoryPath */
    {44, 0, 0, 269, 1, 0}, /* Name */
    {6368, 0, 0, 363, 0, 0}, /* Operator */
    {1439, 0, 0, 174, 0, 0}, /* Value */
    {6377, 0, 0, 2, 0, 0}, /* Type */
    {6382, 0, 0, 269, 0, 0}, /* MetricName */
    {1439, 0, 0, 177, 0, 0}, /* Value */
    {1743, 0, 0, 4, 0, 0}, /* StepName */
    {6393, 0, 0, 44, 0, 0}, /* Index */
    {6399, 0, 0, 2, 0, 0}, /* Status */
    {6406, 0, 0, 44, 0, 0}, /* InputItemCount */
    {6421, 0, 0, 44, 0, 0}, /* TotalStepCount */
    {6436, 0, 0, 44, 0, 0}, /* SucceededStepCount */
    {6455, 0, 0, 44, 0, 0}, /* FailedStepCount */
    {6471, 0, 0, 44, 0, 0}, /* StoppedStepCount */
    {6488, 0, 0, 178, 0, 0}, /* Selector */
    {6497, 0, 0, 15, 1, 0}, /* HubContentArn */
    {882, 0, 0, 74, 0, 0}, /* HubContentName */
    {6497, 0, 0, 15, 0, 0}, /* HubContentArn */
    {897, 0, 0, 185, 0, 0}, /* HubContentVersion */
    {6511, 0, 0, 2, 0, 0}, /* HubContentType */
    {6526, 0, 0, 2, 0, 0}, /* DocumentSchemaVersion */
    {6548, 0, 0, 2, 0, 0}, /* HubName */
    {6556, 0, 0, 2, 0, 0}, /* HubArn */
    {6563, 0, 0, 2, 0, 0}, /* HubContentDisplayName */
    {6585, 0, 0, 2, 0, 0}, /* HubContentDescription */
    {6607, 0, 0, 2, 0, 0}, /* HubContentMarkdown */
    {6626, 0, 0, 2, 0, 0}, /* HubContentDocument */
    {6645, 0, 0, 2, 0, 0}, /* SageMakerPublicHubContentArn */
    {6674, 0, 0, 2, 0, 0}, /* ReferenceMinVersion */
    {6694, 0, 0, 2, 0, 0}, /* SupportStatus */
    {6708, 0, 0, 3, 0, 0}, /* HubContentSearchKeywords */
    {6733, 0, 0, 183, 0, 0}, /* HubContentDependencies */
    {6756, 0, 0, 2, 0, 0}, /* HubContentStatus */
    {4654, 0, 0, 2, 0, 0}, /* FailureReason */
    {4341, 0, 0, 95, 0, 0}, /* CreationTime */
    {4218, 0, 0, 95, 0, 0}, /* LastModifiedTime */
    {4379, 0, 0, 567, 0, 0}, /* CreatedBy */
    {4491, 0, 0, 567, 0, 0}, /* LastModifiedBy */
    {39, 0, 0, 513, 0, 0}, /* Tags */
    {6773, 0, 0, 2, 0, 0}, /* DependencyOriginPath */
    {6794, 0, 0, 2, 0, 0}, /* DependencyCopyPath */
    {6556, 0, 0, 2, 0, 0}, /* HubArn */
    {6497, 0, 0, 2, 0, 0}, /* HubContentArn */
    {292, 0, 0, 15, 0, 0}, /* TrainingImage */
    {328, 0, 0, 523, 0, 0}, /* TrainingInputMode */
    {306, 0, 0, 20, 0, 0}, /* AlgorithmName */
    {346, 0, 0, 268, 0, 0}, /* MetricDefinitions */
    {7014, 0, 0, 2, 0, 0}, /* DefinitionName */
    {7029, 0, 0, 197, 0, 0}, /* TuningObjective */
    {7045, 0, 0, 372, 0, 0}, /* HyperParameterRanges */
    {7066, 0, 0, 203, 0, 0}, /* StaticHyperParameters */
    {3251, 0, 0, 187, 0, 0}, /* AlgorithmSpecification */
    {2990, 0, 0, 469, 0, 0}, /* RoleArn */
    {3274, 0, 0, 213, 0, 0}, /* InputDataConfig */
    {2319, 0, 0, 572, 0, 0}, /* VpcConfig */
    {3290, 0, 0, 366, 0, 0}, /* OutputDataConfig */
    {3307, 0, 0, 461, 0, 0}, /* ResourceConfig */
    {7088, 0, 0, 201, 0, 0}, /* HyperParameterTuningResourceConfig */
    {3136, 0, 0, 508, 0, 0}, /* StoppingCondition */
    {2329, 0, 0, 5, 0, 0}, /* EnableNetworkIsolation */
    {3322, 0, 0, 5, 0, 0}, /* EnableInterContainerTrafficEncryption */
    {3360, 0, 0, 5, 0, 0}, /* EnableManagedSpotTraining */
    {3386, 0, 0, 57, 0, 0}, /* CheckpointConfig */
    {3509, 0, 0, 468, 0, 0}, /* RetryStrategy */
    {1991, 0, 0, 190, 0, 0}, /* Environment */
    {7123, 0, 0, 2, 0, 0}, /* TrainingJobDefinitionName */
    {3219, 0, 0, 151, 0, 0}, /* TrainingJobName */
    {3632, 0, 0, 2, 0, 0}, /* TrainingJobArn */
    {7149, 0, 0, 2, 0, 0}, /* TuningJobName */
    {4341, 0, 0, 95, 0, 0}, /* CreationTime */
    {5023, 0, 0, 95, 0, 0}, /* TrainingStartTime */
    {5041, 0, 0, 95, 0, 0}, /* TrainingEndTime */
    {4974, 0, 0, 526, 0, 0}, /* TrainingJobStatus */
    {7163, 0, 0, 203, 0, 0}, /* TunedHyperParameters */
    {4654, 0, 0, 2, 0, 0}, /* FailureReason */
    {7184, 0, 0, 175, 0, 0}, /* FinalHyperParameterTuningJobObjectiveMetric */
    {7228, 0, 0, 2, 0, 0}, /* ObjectiveStatus */
    {4119, 0, 0, 524, 0, 0}, /* InstanceType */
    {7244, 0, 0, 260, 0, 0}, /* InstanceCount */
    {4132, 0, 0, 44, 0, 0}, /* VolumeSizeInGB */
    {7258, 0, 0, 44, 0, 0}, /* NumberOfTrainingJobsObjectiveNotImproving */
    {7300, 0, 0, 95, 0, 0}, /* ConvergenceDetectedTime */
    {7324, 0, 0, 2, 0, 0}, /* Strategy */
    {7333, 0, 0, 199, 0, 0}, /* StrategyConfig */
    {7348, 0, 0, 197, 0, 0}, /* HyperParameterTuningJobObjective */
    {7381, 0, 0, 462, 0, 0}, /* ResourceLimits */
    {7396, 0, 0, 372, 0, 0}, /* ParameterRanges */
    {7412, 0, 0, 2, 0, 0}, /* TrainingJobEarlyStoppingType */
    {7441, 0, 0, 561, 0, 0}, /* TuningJobCompletionCriteria */
    {7469, 0, 0, 44, 0, 0}, /* RandomSeed */
    {7480, 0, 0, 44, 0, 0}, /* RuntimeInSeconds */
    {6377, 0, 0, 2, 0, 0}, /* Type */
    {6382, 0, 0, 269, 0, 0}, /* MetricName */
    {7497, 0, 0, 2, 0, 0}, /* HyperParameterTuningJobName */
    {7525, 0, 0, 2, 0, 0}, /* HyperParameterTuningJobArn */
    {7552, 0, 0, 195, 0, 0}, /* HyperParameterTuningJobConfig */
    {7582, 0, 0, 188, 0, 0}, /* TrainingJobDefinition */
    {7604, 0, 0, 189, 0, 0}, /* TrainingJobDefinitions */
    {7627, 0, 0, 2, 0, 0}, /* HyperParameterTuningJobStatus */
    {4341, 0, 0, 95, 0, 0}, /* CreationTime */
    {7657, 0, 0, 95, 0, 0}, /* HyperParameterTuningEndTime */
    {4218, 0, 0, 95, 0, 0}, /* LastModifiedTime */
    {7685, 0, 0, 527, 0, 0}, /* TrainingJobStatusCounters */
    {7711, 0, 0, 359, 0, 0}, /* ObjectiveStatusCounters */
    {7735, 0, 0, 191, 0, 0}, /* BestTrainingJob */
    {7751, 0, 0, 191, 0, 0}, /* OverallBestTrainingJob */
    {7774, 0, 0, 200, 0, 0}, /* WarmStartConfig */
    {4654, 0, 0, 2, 0, 0}, /* FailureReason */
    {7790, 0, 0, 194, 0, 0}, /* TuningJobCompletionDetails */
    {7817, 0, 0, 196, 0, 0}, /* ConsumedResources */
    {39, 0, 0, 513, 0, 0}, /* Tags */
    {7835, 0, 0, 204, 0, 0}, /* HyperbandStrategyConfig */
    {7859, 0, 0, 375, 0, 0}, /* ParentHyperParameterTuningJobs */
    {7890, 0, 0, 2, 0, 0}, /* WarmStartType */
    {4119, 0, 0, 524, 0, 0}, /* InstanceType */
    {7244, 0, 0, 260, 0, 0}, /* InstanceCount */
    {4132, 0, 0, 260, 0, 0}, /* VolumeSizeInGB */
    {7904, 0, 0, 229, 0, 0}, /* VolumeKmsKeyId */
    {7919, 0, 0, 2, 0, 0}, /* AllocationStrategy */
    {7938, 0, 0, 193, 0, 0}, /* InstanceConfigs */
    {7954, 0, 0, 44, 0, 0}, /* MinResource */
    {7966, 0, 0, 44, 0, 0}, /* MaxResource */
    {868, 0, 0, 155, 0, 0}, /* Arn */
    {7978, 0, 0, 155, 0, 0}, /* PrincipalId */
    {7990, 0, 0, 155, 0, 0}, /* SourceIdentity */
    {8005, 0, 0, 457, 1, 0}, /* RepositoryAccessMode */
    {8026, 0, 0, 458, 0, 0}, /* RepositoryAuthConfig */
    {1930, 0, 0, 210, 1, 0}, /* Mode */
    {61, 0, 0, 306, 1, 0}, /* Containers */
    {72, 0, 0, 542, 0, 0}, /* SupportedTransformInstanceTypes */
    {104, 0, 0, 448, 0, 0}, /* SupportedRealtimeInferenceInstanceTypes */
    {144, 0, 0, 79, 0, 0}, /* SupportedContentTypes */
    {166, 0, 0, 465, 0, 0}, /* SupportedResponseMIMETypes */
    {8082, 0, 0, 5, 0, 0}, /* EnableInfraCheck */
    {4119, 0, 0, 524, 1, 0}, /* InstanceType */
    {7244, 0, 0, 260, 1, 0}, /* InstanceCount */
    {8109, 0, 0, 216, 1, 0}, /* InstanceGroupName */
    {8127, 0, 0, 5, 0, 0}, /* EnableMultipleJobs */
    {8146, 0, 0, 405, 0, 0}, /* PlacementSpecifications */
    {4119, 0, 0, 433, 0, 0}, /* InstanceType */
    {8170, 0, 0, 44, 0, 0}, /* CurrentInstanceCount */
    {4119, 0, 0, 524, 1, 0}, /* InstanceType */
    {7244, 0, 0, 260, 0, 0}, /* InstanceCount */
    {8191, 0, 0, 531, 0, 0}, /* TrainingPlanArns */
    {8208, 0, 0, 4, 0, 0}, /* ParentStepName */
    {6393, 0, 0, 44, 0, 0}, /* Index */
    {8223, 0, 0, 2, 0, 0}, /* Item */
    {8228, 0, 0, 2, 0, 0}, /* JobName */
    {8236, 0, 0, 2, 0, 0}, /* JobArn */
    {2990, 0, 0, 469, 0, 0}, /* RoleArn */
    {8243, 0, 0, 2, 0, 0}, /* JobCategory */
    {8255, 0, 0, 2, 0, 0}, /* JobConfigSchemaVersion */
    {8278, 0, 0, 2, 0, 0}, /* JobConfigDocument */
    {4341, 0, 0, 95, 0, 0}, /* CreationTime */
    {4218, 0, 0, 95, 0, 0}, /* LastModifiedTime */
    {8296, 0, 0, 95, 0, 0}, /* EndTime */
    {8304, 0, 0, 2, 0, 0}, /* JobStatus */
    {4992, 0, 0, 2, 0, 0}, /* SecondaryStatus */
    {5057, 0, 0, 227, 0, 0}, /* SecondaryStatusTransitions */
    {4654, 0, 0, 2, 0, 0}, /* FailureReason */
    {39, 0, 0, 513, 0, 0}, /* Tags */
    {6399, 0, 0, 2, 0, 0}, /* Status */
    {8314, 0, 0, 95, 0, 0}, /* StartTime */
    {8296, 0, 0, 95, 0, 0}, /* EndTime */
    {1421, 0, 0, 155, 0, 0}, /* StatusMessage */
    {868, 0, 0, 4, 0, 0}, /* Arn */
    {1394, 0, 0, 368, 0, 0}, /* OutputParameters */
    {6399, 0, 0, 2, 0, 0}, /* Status */
    {4654, 0, 0, 2, 0, 0}, /* FailureReason */
    {8341, 0, 0, 190, 0, 0}, /* ActionArns */
    {8352, 0, 0, 190, 0, 0}, /* ArtifactArns */
    {8365, 0, 0, 190, 0, 0}, /* ContextArns */
    {8377, 0, 0, 23, 0, 0}, /* Associations */
    {8390, 0, 0, 95, 0, 1}, /* CreationTimeAfter */
    {8408, 0, 0, 95, 0, 1}, /* CreationTimeBefore */
    {8427, 0, 0, 263, 0, 1}, /* MaxResults */
    {8438, 0, 0, 354, 0, 1}, /* NameContains */
    {8451, 0, 0, 358, 0, 1}, /* NextToken */
    {8461, 0, 0, 310, 0, 1}, /* SortBy */
    {8468, 0, 0, 364, 0, 1}, /* SortOrder */
    {8493, 0, 8478, 96, 0, 3}, /* CrossAccountFilterOption */
    {8518, 0, 0, 312, 0, 0}, /* ModelPackageGroupSummaryList */
    {8451, 0, 0, 358, 0, 0}, /* NextToken */
    {8390, 0, 0, 95, 0, 1}, /* CreationTimeAfter */
    {8408, 0, 0, 95, 0, 1}, /* CreationTimeBefore */
    {8427, 0, 0, 263, 0, 1}, /* MaxResults */
    {8438, 0, 0, 354, 0, 1}, /* NameContains */
    {2583, 0, 0, 281, 0, 1}, /* ModelApprovalStatus */
    {1663, 0, 0, 20, 0, 1}, /* ModelPackageGroupName */
    {8547, 0, 0, 322, 0, 1}, /* ModelPackageType */
    {8451, 0, 0, 358, 0, 1}, /* NextToken */
    {8461, 0, 0, 310, 0, 1}, /* SortBy */
    {8468, 0, 0, 364, 0, 1}, /* SortOrder */
    {8564, 0, 0, 321, 0, 0}, /* ModelPackageSummaryList */
    {8451, 0, 0, 358, 0, 0}, /* NextToken */
    {8461, 0, 0, 310, 0, 1}, /* SortBy */
    {8468, 0, 0, 364, 0, 1}, /* SortOrder */
    {8451, 0, 0, 358, 0, 1}, /* NextToken */
    {8427, 0, 0, 263, 0, 1}, /* MaxResults */
    {8438, 0, 0, 301, 0, 1}, /* NameContains */
    {8408, 0, 0, 95, 0, 1}, /* CreationTimeBefore */
    {8390, 0, 0, 95, 0, 1}, /* CreationTimeAfter */
    {8588, 0, 0, 328, 0, 0}, /* Models */
    {8451, 0, 0, 358, 0, 0}, /* NextToken */
    {4526, 0, 0, 384, 0, 1}, /* PipelineExecutionArn */
    {8451, 0, 0, 358, 0, 1}, /* NextToken */
    {8427, 0, 0, 263, 0, 1}, /* MaxResults */
    {8468, 0, 0, 364, 0, 1}, /* SortOrder */
    {8595, 0, 0, 387, 0, 0}, /* PipelineExecutionSteps */
    {8451, 0, 0, 358, 0, 0}, /* NextToken */
    {2870, 0, 0, 394, 1, 1}, /* PipelineName */
    {8618, 0, 0, 95, 0, 1}, /* CreatedAfter */
    {8631, 0, 0, 95, 0, 1}, /* CreatedBefore */
    {8461, 0, 0, 500, 0, 1}, /* SortBy */
    {8468, 0, 0, 364, 0, 1}, /* SortOrder */
    {8451, 0, 0, 358, 0, 1}, /* NextToken */
    {8427, 0, 0, 263, 0, 1}, /* MaxResults */
    {4724, 0, 0, 399, 0, 3}, /* PipelineVersionAlias */
    {8645, 0, 0, 390, 0, 0}, /* PipelineExecutionSummaries */
    {8451, 0, 0, 358, 0, 0}, /* NextToken */
    {4526, 0, 0, 384, 1, 1}, /* PipelineExecutionArn */
    {8451, 0, 0, 358, 0, 1}, /* NextToken */
    {8427, 0, 0, 263, 0, 1}, /* MaxResults */
    {8672, 0, 0, 371, 0, 0}, /* PipelineParameters */
    {8451, 0, 0, 358, 0, 0}, /* NextToken */
    {2870, 0, 0, 394, 1, 1}, /* PipelineName */
    {8618, 0, 0, 95, 0, 1}, /* CreatedAfter */
    {8631, 0, 0, 95, 0, 1}, /* CreatedBefore */
    {8468, 0, 0, 364, 0, 1}, /* SortOrder */
    {8451, 0, 0, 358, 0, 1}, /* NextToken */
    {8427, 0, 0, 263, 0, 1}, /* MaxResults */
    {8691, 0, 0, 403, 0, 0}, /* PipelineVersionSummaries */
    {8451, 0, 0, 358, 0, 0}, /* NextToken */
    {8716, 0, 0, 393, 0, 1}, /* PipelineNamePrefix */
    {8618, 0, 0, 95, 0, 1}, /* CreatedAfter */
    {8631, 0, 0, 95, 0, 1}, /* CreatedBefore */
    {8461, 0, 0, 310, 0, 1}, /* SortBy */
    {8468, 0, 0, 364, 0, 1}, /* SortOrder */
    {8451, 0, 0, 358, 0, 1}, /* NextToken */
    {8427, 0, 0, 263, 0, 1}, /* MaxResults */
    {8735, 0, 0, 392, 0, 3}, /* ManagedBy */
    {8745, 0, 0, 397, 0, 0}, /* PipelineSummaries */
    {8451, 0, 0, 358, 0, 0}, /* NextToken */
    {8390, 0, 0, 95, 0, 1}, /* CreationTimeAfter */
    {8408, 0, 0, 95, 0, 1}, /* CreationTimeBefore */
    {8763, 0, 0, 95, 0, 1}, /* LastModifiedTimeAfter */
    {8785, 0, 0, 95, 0, 1}, /* LastModifiedTimeBefore */
    {8438, 0, 0, 155, 0, 1}, /* NameContains */
    {8808, 0, 0, 417, 0, 1}, /* StatusEquals */
    {8461, 0, 0, 499, 0, 1}, /* SortBy */
    {8468, 0, 0, 364, 0, 1}, /* SortOrder */
    {8451, 0, 0, 358, 0, 1}, /* NextToken */
    {8427, 0, 0, 263, 0, 1}, /* MaxResults */
    {8821, 0, 0, 418, 0, 0}, /* ProcessingJobSummaries */
    {8451, 0, 0, 358, 0, 0}, /* NextToken */
    {27, 0, 0, 460, 1, 1}, /* ResourceArn */
    {8451, 0, 0, 358, 0, 1}, /* NextToken */
    {8427, 0, 0, 253, 0, 1}, /* MaxResults */
    {39, 0, 0, 513, 0, 0}, /* Tags */
    {8451, 0, 0, 358, 0, 0}, /* NextToken */
    {8451, 0, 0, 358, 0, 1}, /* NextToken */
    {8427, 0, 0, 263, 0, 1}, /* MaxResults */
    {8390, 0, 0, 95, 0, 1}, /* CreationTimeAfter */
    {8408, 0, 0, 95, 0, 1}, /* CreationTimeBefore */
    {8763, 0, 0, 95, 0, 1}, /* LastModifiedTimeAfter */
    {8785, 0, 0, 95, 0, 1}, /* LastModifiedTimeBefore */
    {8438, 0, 0, 354, 0, 1}, /* NameContains */
    {8808, 0, 0, 526, 0, 1}, /* StatusEquals */
    {8461, 0, 0, 499, 0, 1}, /* SortBy */
    {8468, 0, 0, 364, 0, 1}, /* SortOrder */
    {8844, 0, 0, 574, 0, 3}, /* WarmPoolStatusEquals */
    {8865, 0, 0, 530, 0, 3}, /* TrainingPlanArnEquals */
    {8887, 0, 0, 528, 0, 0}, /* TrainingJobSummaries */
    {8451, 0, 0, 358, 0, 0}, /* NextToken */
    {8908, 0, 0, 2, 0, 0}, /* MlflowResourceArn */
    {8926, 0, 0, 67, 0, 0}, /* MlflowExperimentName */
    {2835, 0, 0, 259, 0, 0}, /* ManagedStorageType */
    {8958, 0, 0, 19, 0, 0}, /* CommitId */
    {8967, 0, 0, 19, 0, 0}, /* Repository */
    {8978, 0, 0, 19, 0, 0}, /* GeneratedBy */
    {8990, 0, 0, 19, 0, 0}, /* ProjectId */
    {6382, 0, 0, 269, 0, 0}, /* MetricName */
    {1439, 0, 0, 177, 0, 0}, /* Value */
    {9000, 0, 0, 95, 0, 0}, /* Timestamp */
    {44, 0, 0, 269, 1, 0}, /* Name */
    {9010, 0, 0, 271, 1, 0}, /* Regex */
    {9016, 0, 0, 274, 1, 0}, /* MetricsEndpointPath */
    {9036, 0, 0, 270, 0, 0}, /* MetricPublishFrequencyInSeconds */
    {1512, 0, 0, 4, 1, 0}, /* ContentType */
    {6253, 0, 0, 78, 0, 0}, /* ContentDigest */
    {247, 0, 0, 475, 1, 0}, /* S3Uri */
    {8908, 0, 0, 276, 1, 0}, /* MlflowResourceArn */
    {8926, 0, 0, 67, 0, 0}, /* MlflowExperimentName */
    {9166, 0, 0, 67, 0, 0}, /* MlflowRunName */
    {9180, 0, 0, 2, 0, 0}, /* MlflowExperimentId */
    {9199, 0, 0, 2, 0, 0}, /* MlflowRunId */
    {2250, 0, 0, 300, 0, 0}, /* ModelName */
    {2260, 0, 0, 72, 0, 0}, /* PrimaryContainer */
    {61, 0, 0, 73, 0, 0}, /* Containers */
    {2277, 0, 0, 209, 0, 0}, /* InferenceExecutionConfig */
    {2302, 0, 0, 469, 0, 0}, /* ExecutionRoleArn */
    {2319, 0, 0, 572, 0, 0}, /* VpcConfig */
    {4341, 0, 0, 95, 0, 0}, /* CreationTime */
    {2352, 0, 0, 2, 0, 0}, /* ModelArn */
    {2329, 0, 0, 5, 0, 0}, /* EnableNetworkIsolation */
    {39, 0, 0, 513, 0, 0}, /* Tags */
    {4354, 0, 0, 123, 0, 0}, /* DeploymentRecommendation */
    {9211, 0, 0, 5, 1, 0}, /* AcceptEula */
    {9262, 0, 0, 475, 0, 0}, /* S3ModelArtifacts */
    {9296, 0, 0, 2, 0, 0}, /* ModelCardArn */
    {9309, 0, 0, 151, 0, 0}, /* ModelCardName */
    {9323, 0, 0, 44, 0, 0}, /* ModelCardVersion */
    {9340, 0, 0, 285, 0, 0}, /* Content */
    {9348, 0, 0, 287, 0, 0}, /* ModelCardStatus */
    {2795, 0, 0, 286, 0, 0}, /* SecurityConfig */
    {4341, 0, 0, 95, 0, 0}, /* CreationTime */
    {4379, 0, 0, 567, 0, 0}, /* CreatedBy */
    {4218, 0, 0, 95, 0, 0}, /* LastModifiedTime */
    {4491, 0, 0, 567, 0, 0}, /* LastModifiedBy */
    {39, 0, 0, 513, 0, 0}, /* Tags */
    {9364, 0, 0, 155, 0, 0}, /* ModelId */
    {9372, 0, 0, 155, 0, 0}, /* RiskRating */
    {1663, 0, 0, 155, 0, 0}, /* ModelPackageGroupName */
    {727, 0, 0, 229, 0, 0}, /* KmsKeyId */
    {9421, 0, 0, 44, 0, 0}, /* InvocationsTimeoutInSeconds */
    {9449, 0, 0, 44, 0, 0}, /* InvocationsMaxRetries */
    {5574, 0, 0, 2, 0, 0}, /* EndpointName */
    {5587, 0, 0, 2, 0, 0}, /* EndpointArn */
    {4341, 0, 0, 95, 0, 0}, /* CreationTime */
    {4218, 0, 0, 95, 0, 0}, /* LastModifiedTime */
    {5655, 0, 0, 2, 0, 0}, /* EndpointStatus */
    {9471, 0, 0, 5, 0, 0}, /* Enabled */
    {9479, 0, 0, 279, 0, 0}, /* Model */
    {9485, 0, 0, 290, 0, 0}, /* Endpoints */
    {9495, 0, 0, 543, 0, 0}, /* LastBatchTransformJob */
    {5670, 0, 0, 295, 0, 0}, /* MonitoringSchedules */
    {2810, 0, 0, 293, 0, 0}, /* ModelCard */
    {9296, 0, 0, 2, 0, 0}, /* ModelCardArn */
    {9309, 0, 0, 151, 0, 0}, /* ModelCardName */
    {9323, 0, 0, 44, 0, 0}, /* ModelCardVersion */
    {9348, 0, 0, 287, 0, 0}, /* ModelCardStatus */
    {2795, 0, 0, 286, 0, 0}, /* SecurityConfig */
    {4341, 0, 0, 95, 0, 0}, /* CreationTime */
    {4379, 0, 0, 567, 0, 0}, /* CreatedBy */
    {4218, 0, 0, 95, 0, 0}, /* LastModifiedTime */
    {4491, 0, 0, 567, 0, 0}, /* LastModifiedBy */
    {39, 0, 0, 513, 0, 0}, /* Tags */
    {9364, 0, 0, 155, 0, 0}, /* ModelId */
    {9372, 0, 0, 155, 0, 0}, /* RiskRating */
    {4896, 0, 0, 2, 0, 0}, /* MonitoringScheduleArn */
    {9517, 0, 0, 2, 0, 0}, /* MonitoringScheduleName */
    {9540, 0, 0, 2, 0, 0}, /* MonitoringScheduleStatus */
    {9565, 0, 0, 2, 0, 0}, /* MonitoringType */
    {4654, 0, 0, 2, 0, 0}, /* FailureReason */
    {4341, 0, 0, 95, 0, 0}, /* CreationTime */
    {4218, 0, 0, 95, 0, 0}, /* LastModifiedTime */
    {9580, 0, 0, 350, 0, 0}, /* MonitoringScheduleConfig */
    {5574, 0, 0, 2, 0, 0}, /* EndpointName */
    {9605, 0, 0, 331, 0, 0}, /* MonitoringAlertSummaries */
    {9630, 0, 0, 339, 0, 0}, /* LastMonitoringExecutionSummary */
    {9661, 0, 0, 40, 0, 0}, /* BatchTransformInput */
    {223, 0, 0, 473, 0, 0}, /* S3DataSource */
    {9681, 0, 0, 105, 1, 0}, /* DataInputConfig */
    {9697, 0, 0, 151, 1, 0}, /* Stage */
    {9703, 0, 0, 151, 1, 0}, /* StageStatus */
    {9715, 0, 0, 505, 0, 0}, /* StageDescription */
    {5311, 0, 0, 142, 0, 0}, /* ModelQuality */
    {5324, 0, 0, 142, 0, 0}, /* ModelDataQuality */
    {5291, 0, 0, 43, 0, 0}, /* Bias */
    {5296, 0, 0, 160, 0, 0}, /* Explainability */
    {2003, 0, 0, 151, 0, 0}, /* ModelPackageName */
    {1663, 0, 0, 151, 0, 0}, /* ModelPackageGroupName */
    {4426, 0, 0, 44, 0, 0}, /* ModelPackageVersion */
    {2456, 0, 0, 314, 0, 0}, /* ModelPackageRegistrationType */
    {2854, 0, 0, 303, 0, 0}, /* ModelPackageArn */
    {2432, 0, 0, 150, 0, 0}, /* ModelPackageDescription */
    {4341, 0, 0, 95, 0, 0}, /* CreationTime */
    {2485, 0, 0, 211, 0, 0}, /* InferenceSpecification */
    {2532, 0, 0, 503, 0, 0}, /* SourceAlgorithmSpecification */
    {2508, 0, 0, 325, 0, 0}, /* ValidationSpecification */
    {4446, 0, 0, 2, 0, 0}, /* ModelPackageStatus */
    {4465, 0, 0, 317, 0, 0}, /* ModelPackageStatusDetails */
    {2561, 0, 0, 5, 0, 0}, /* CertifyForMarketplace */
    {2583, 0, 0, 281, 0, 0}, /* ModelApprovalStatus */
    {4379, 0, 0, 567, 0, 0}, /* CreatedBy */
    {2603, 0, 0, 265, 0, 0}, /* MetadataProperties */
    {2622, 0, 0, 299, 0, 0}, /* ModelMetrics */
    {4218, 0, 0, 95, 0, 0}, /* LastModifiedTime */
    {4491, 0, 0, 567, 0, 0}, /* LastModifiedBy */
    {4506, 0, 0, 19, 0, 0}, /* ApprovalDescription */
    {2647, 0, 0, 155, 0, 0}, /* Domain */
    {2654, 0, 0, 155, 0, 0}, /* Task */
    {2659, 0, 0, 155, 0, 0}, /* SamplePayloadUrl */
    {2723, 0, 0, 9, 0, 0}, /* AdditionalInferenceSpecifications */
    {2785, 0, 0, 316, 0, 0}, /* SourceUri */
    {2795, 0, 0, 315, 0, 0}, /* SecurityConfig */
    {2810, 0, 0, 313, 0, 0}, /* ModelCard */
    {2820, 0, 0, 298, 0, 0}, /* ModelLifeCycle */
    {39, 0, 0, 513, 0, 0}, /* Tags */
    {2676, 0, 0, 99, 0, 0}, /* CustomerMetadataProperties */
    {2703, 0, 0, 139, 0, 0}, /* DriftCheckBaselines */
    {2765, 0, 0, 498, 0, 0}, /* SkipModelValidation */
    {2411, 0, 0, 309, 1, 0}, /* ModelPackageGroupArn */
    {9852, 0, 0, 303, 0, 0}, /* SourceModelPackageArn */
    {1894, 0, 0, 74, 0, 0}, /* ContainerHostname */
    {1912, 0, 0, 75, 0, 0}, /* Image */
    {9874, 0, 0, 78, 0, 0}, /* ImageDigest */
    {1935, 0, 0, 475, 0, 0}, /* ModelDataUrl */
    {1948, 0, 0, 296, 0, 0}, /* ModelDataSource */
    {9886, 0, 0, 431, 0, 0}, /* ProductId */
    {1991, 0, 0, 153, 0, 0}, /* Environment */
    {9896, 0, 0, 297, 0, 0}, /* ModelInput */
    {9907, 0, 0, 155, 0, 0}, /* Framework */
    {9917, 0, 0, 307, 0, 0}, /* FrameworkVersion */
    {9934, 0, 0, 155, 0, 0}, /* NearestModelName */
    {1964, 0, 0, 12, 0, 0}, /* AdditionalModelDataSources */
    {9951, 0, 0, 13, 0, 0}, /* AdditionalS3DataSource */
    {9974, 0, 0, 155, 0, 0}, /* ModelDataETag */
    {9988, 0, 0, 5, 0, 0}, /* IsCheckpoint */
    {10001, 0, 0, 37, 0, 0}, /* BaseModel */
    {1663, 0, 0, 151, 0, 0}, /* ModelPackageGroupName */
    {2411, 0, 0, 309, 0, 0}, /* ModelPackageGroupArn */
    {2361, 0, 0, 150, 0, 0}, /* ModelPackageGroupDescription */
    {4341, 0, 0, 95, 0, 0}, /* CreationTime */
    {4379, 0, 0, 567, 0, 0}, /* CreatedBy */
    {4389, 0, 0, 2, 0, 0}, /* ModelPackageGroupStatus */
    {39, 0, 0, 513, 0, 0}, /* Tags */
    {1663, 0, 0, 151, 0, 0}, /* ModelPackageGroupName */
    {2411, 0, 0, 309, 0, 0}, /* ModelPackageGroupArn */
    {2361, 0, 0, 150, 0, 0}, /* ModelPackageGroupDescription */
    {4341, 0, 0, 95, 0, 0}, /* CreationTime */
    {4389, 0, 0, 2, 0, 0}, /* ModelPackageGroupStatus */
    {2390, 0, 0, 258, 0, 0}, /* ManagedConfiguration */
    {10137, 0, 0, 285, 0, 0}, /* ModelCardContent */
    {9348, 0, 0, 287, 0, 0}, /* ModelCardStatus */
    {727, 0, 0, 229, 1, 0}, /* KmsKeyId */
    {10208, 0, 0, 319, 0, 0}, /* ValidationStatuses */
    {10227, 0, 0, 319, 0, 0}, /* ImageScanStatuses */
    {44, 0, 0, 151, 0, 0}, /* Name */
    {6399, 0, 0, 2, 0, 0}, /* Status */
    {4654, 0, 0, 155, 0, 0}, /* FailureReason */
    {2003, 0, 0, 151, 0, 0}, /* ModelPackageName */
    {1663, 0, 0, 151, 0, 0}, /* ModelPackageGroupName */
    {4426, 0, 0, 44, 0, 0}, /* ModelPackageVersion */
    {2854, 0, 0, 303, 0, 0}, /* ModelPackageArn */
    {2432, 0, 0, 150, 0, 0}, /* ModelPackageDescription */
    {4341, 0, 0, 95, 0, 0}, /* CreationTime */
    {4446, 0, 0, 2, 0, 0}, /* ModelPackageStatus */
    {2583, 0, 0, 281, 0, 0}, /* ModelApprovalStatus */
    {2820, 0, 0, 298, 0, 0}, /* ModelLifeCycle */
    {2456, 0, 0, 314, 0, 0}, /* ModelPackageRegistrationType */
    {10272, 0, 0, 151, 1, 0}, /* ProfileName */
    {10284, 0, 0, 544, 1, 0}, /* TransformJobDefinition */
    {10307, 0, 0, 469, 1, 0}, /* ValidationRole */
    {10322, 0, 0, 324, 1, 0}, /* ValidationProfiles */
    {868, 0, 0, 4, 0, 0}, /* Arn */
    {2250, 0, 0, 300, 0, 0}, /* ModelName */
    {2352, 0, 0, 2, 0, 0}, /* ModelArn */
    {4341, 0, 0, 95, 0, 0}, /* CreationTime */
    {10341, 0, 0, 291, 0, 0}, /* ModelDashboardIndicator */
    {10365, 0, 0, 2, 0, 0}, /* MonitoringAlertName */
    {4341, 0, 0, 95, 0, 0}, /* CreationTime */
    {4218, 0, 0, 95, 0, 0}, /* LastModifiedTime */
    {10385, 0, 0, 2, 0, 0}, /* AlertStatus */
    {10397, 0, 0, 44, 0, 0}, /* DatapointsToAlert */
    {10415, 0, 0, 44, 0, 0}, /* EvaluationPeriod */
    {10432, 0, 0, 329, 0, 0}, /* Actions */
    {474, 0, 0, 15, 0, 0}, /* ImageUri */
    {404, 0, 0, 71, 0, 0}, /* ContainerEntrypoint */
    {424, 0, 0, 62, 0, 0}, /* ContainerArguments */
    {10440, 0, 0, 475, 0, 0}, /* RecordPreprocessorSourceUri */
    {10468, 0, 0, 475, 0, 0}, /* PostAnalyticsProcessorSourceUri */
    {10500, 0, 0, 151, 0, 0}, /* BaseliningJobName */
    {10518, 0, 0, 335, 0, 0}, /* ConstraintsResource */
    {10538, 0, 0, 335, 0, 0}, /* StatisticsResource */
    {7244, 0, 0, 263, 0, 0}, /* InstanceCount */
    {4119, 0, 0, 415, 0, 0}, /* InstanceType */
    {4132, 0, 0, 430, 0, 0}, /* VolumeSizeInGB */
    {7904, 0, 0, 229, 0, 0}, /* VolumeKmsKeyId */
    {247, 0, 0, 475, 0, 0}, /* S3Uri */
    {10557, 0, 0, 5, 0, 0}, /* Header */
    {10564, 0, 0, 336, 0, 0}, /* Csv */
    {10568, 0, 0, 343, 0, 0}, /* Json */
    {10573, 0, 0, 120, 0, 0}, /* Parquet */
    {9517, 0, 0, 2, 0, 0}, /* MonitoringScheduleName */
    {10581, 0, 0, 95, 0, 0}, /* ScheduledTime */
    {4341, 0, 0, 95, 0, 0}, /* CreationTime */
    {4218, 0, 0, 95, 0, 0}, /* LastModifiedTime */
    {10595, 0, 0, 2, 0, 0}, /* MonitoringExecutionStatus */
    {3202, 0, 0, 2, 0, 0}, /* ProcessingJobArn */
    {5574, 0, 0, 2, 0, 0}, /* EndpointName */
    {4654, 0, 0, 2, 0, 0}, /* FailureReason */
    {10621, 0, 0, 2, 0, 0}, /* MonitoringJobDefinitionName */
    {9565, 0, 0, 2, 0, 0}, /* MonitoringType */
    {10649, 0, 0, 149, 0, 0}, /* EndpointInput */
    {9661, 0, 0, 40, 0, 0}, /* BatchTransformInput */
    {10663, 0, 0, 333, 0, 0}, /* BaselineConfig */
    {10678, 0, 0, 341, 0, 0}, /* MonitoringInputs */
    {10695, 0, 0, 345, 0, 0}, /* MonitoringOutputConfig */
    {10718, 0, 0, 347, 0, 0}, /* MonitoringResources */
    {10738, 0, 0, 332, 0, 0}, /* MonitoringAppSpecification */
    {3136, 0, 0, 352, 0, 0}, /* StoppingCondition */
    {1991, 0, 0, 338, 0, 0}, /* Environment */
    {3171, 0, 0, 357, 0, 0}, /* NetworkConfig */
    {2990, 0, 0, 469, 0, 0}, /* RoleArn */
    {10765, 0, 0, 5, 0, 0}, /* Line */
    {10770, 0, 0, 348, 0, 0}, /* S3Output */
    {10779, 0, 0, 346, 0, 0}, /* MonitoringOutputs */
    {727, 0, 0, 229, 0, 0}, /* KmsKeyId */
    {10797, 0, 0, 334, 0, 0}, /* ClusterConfig */
    {247, 0, 0, 2, 0, 0}, /* S3Uri */
    {1031, 0, 0, 4, 0, 0}, /* LocalPath */
    {10811, 0, 0, 428, 0, 0}, /* S3UploadMode */
    {4896, 0, 0, 2, 0, 0}, /* MonitoringScheduleArn */
    {9517, 0, 0, 2, 0, 0}, /* MonitoringScheduleName */
    {9540, 0, 0, 2, 0, 0}, /* MonitoringScheduleStatus */
    {9565, 0, 0, 2, 0, 0}, /* MonitoringType */
    {4654, 0, 0, 2, 0, 0}, /* FailureReason */
    {4341, 0, 0, 95, 0, 0}, /* CreationTime */
    {4218, 0, 0, 95, 0, 0}, /* LastModifiedTime */
    {9580, 0, 0, 350, 0, 0}, /* MonitoringScheduleConfig */
    {5574, 0, 0, 2, 0, 0}, /* EndpointName */
    {9630, 0, 0, 339, 0, 0}, /* LastMonitoringExecutionSummary */
    {39, 0, 0, 513, 0, 0}, /* Tags */
    {10824, 0, 0, 477, 0, 0}, /* ScheduleConfig */
    {10839, 0, 0, 342, 0, 0}, /* MonitoringJobDefinition */
    {10621, 0, 0, 2, 0, 0}, /* MonitoringJobDefinitionName */
    {9565, 0, 0, 2, 0, 0}, /* MonitoringType */
    {10863, 0, 0, 44, 0, 0}, /* MaxRuntimeInSeconds */
    {10883, 0, 0, 283, 0, 0}, /* ModelCacheSetting */
    {10916, 0, 0, 269, 1, 0}, /* NestedPropertyName */
    {10935, 0, 0, 173, 1, 0}, /* Filters */
    {3322, 0, 364, 5, 0, 2}, /* EnableInterContainerTrafficEncryption */
    {2329, 0, 0, 5, 0, 0}, /* EnableNetworkIsolation */
    {2319, 0, 0, 572, 0, 2}, /* VpcConfig */
    {10943, 0, 0, 44, 0, 0}, /* Succeeded */
    {10953, 0, 0, 44, 0, 0}, /* Pending */
    {10961, 0, 0, 44, 0, 0}, /* Failed */
    {10968, 0, 0, 476, 0, 0}, /* S3StorageConfig */
    {10984, 0, 0, 5, 0, 0}, /* DisableGlueTableCreation */
    {11009, 0, 0, 103, 0, 0}, /* DataCatalogConfig */
    {11027, 0, 0, 2, 0, 0}, /* TableFormat */
    {6399, 0, 0, 2, 0, 0}, /* Status */
    {11039, 0, 0, 2, 0, 0}, /* BlockedReason */
    {2795, 0, 0, 286, 0, 0}, /* SecurityConfig */
    {11053, 0, 0, 5, 0, 0}, /* EnableOnlineStore */
    {11071, 0, 0, 560, 0, 0}, /* TtlDuration */
    {11083, 0, 0, 2, 0, 0}, /* StorageType */
    {727, 0, 11232, 229, 0, 2}, /* KmsKeyId */
    {4025, 0, 0, 475, 1, 0}, /* S3OutputPath */
    {253, 0, 0, 365, 0, 0}, /* CompressionType */
    {44, 0, 0, 4, 0, 0}, /* Name */
    {1439, 0, 0, 19, 0, 0}, /* Value */
    {11236, 0, 0, 261, 1, 0}, /* MaxParallelExecutionSteps */
    {44, 0, 0, 395, 1, 0}, /* Name */
    {1439, 0, 0, 19, 1, 0}, /* Value */
    {11262, 0, 0, 81, 0, 0}, /* IntegerParameterRanges */
    {11285, 0, 0, 81, 0, 0}, /* ContinuousParameterRanges */
    {11311, 0, 0, 51, 0, 0}, /* CategoricalParameterRanges */
    {11338, 0, 0, 36, 0, 0}, /* AutoParameters */
    {5879, 0, 0, 158, 0, 0}, /* TrialName */
    {5831, 0, 0, 158, 0, 0}, /* ExperimentName */
    {7497, 0, 0, 2, 0, 0}, /* HyperParameterTuningJobName */
    {3046, 0, 0, 379, 0, 0}, /* PipelineArn */
    {2870, 0, 0, 393, 0, 0}, /* PipelineName */
    {2883, 0, 0, 393, 0, 0}, /* PipelineDisplayName */
    {2951, 0, 0, 382, 0, 0}, /* PipelineDescription */
    {2990, 0, 0, 469, 0, 0}, /* RoleArn */
    {4745, 0, 0, 2, 0, 0}, /* PipelineStatus */
    {4341, 0, 0, 95, 0, 0}, /* CreationTime */
    {4218, 0, 0, 95, 0, 0}, /* LastModifiedTime */
    {4760, 0, 0, 95, 0, 0}, /* LastRunTime */
    {4379, 0, 0, 567, 0, 0}, /* CreatedBy */
    {4491, 0, 0, 567, 0, 0}, /* LastModifiedBy */
    {2998, 0, 0, 369, 0, 0}, /* ParallelismConfiguration */
    {39, 0, 0, 513, 0, 0}, /* Tags */
    {11424, 0, 0, 47, 1, 0}, /* Bucket */
    {11431, 0, 0, 174, 1, 0}, /* ObjectKey */
    {11441, 0, 0, 174, 0, 3}, /* VersionId */
    {3046, 0, 0, 379, 0, 0}, /* PipelineArn */
    {4526, 0, 0, 384, 0, 0}, /* PipelineExecutionArn */
    {4547, 0, 0, 385, 0, 0}, /* PipelineExecutionDisplayName */
    {4576, 0, 0, 2, 0, 0}, /* PipelineExecutionStatus */
    {4600, 0, 0, 382, 0, 0}, /* PipelineExecutionDescription */
    {4629, 0, 0, 391, 0, 0}, /* PipelineExperimentConfig */
    {4654, 0, 0, 2, 0, 0}, /* FailureReason */
    {4341, 0, 0, 95, 0, 0}, /* CreationTime */
    {4218, 0, 0, 95, 0, 0}, /* LastModifiedTime */
    {4379, 0, 0, 567, 0, 0}, /* CreatedBy */
    {4491, 0, 0, 567, 0, 0}, /* LastModifiedBy */
    {2998, 0, 0, 369, 0, 0}, /* ParallelismConfiguration */
    {4668, 0, 0, 489, 0, 0}, /* SelectiveExecutionConfig */
    {8672, 0, 0, 371, 0, 0}, /* PipelineParameters */
    {4693, 0, 0, 401, 0, 0}, /* PipelineVersionId */
    {4772, 0, 0, 385, 0, 0}, /* PipelineVersionDisplayName */
    {1743, 0, 0, 2, 0, 0}, /* StepName */
    {11560, 0, 0, 2, 0, 0}, /* StepDisplayName */
    {11576, 0, 0, 2, 0, 0}, /* StepDescription */
    {8314, 0, 0, 95, 0, 0}, /* StartTime */
    {8296, 0, 0, 95, 0, 0}, /* EndTime */
    {11592, 0, 0, 2, 0, 0}, /* StepStatus */
    {11603, 0, 0, 48, 0, 0}, /* CacheHitResult */
    {4654, 0, 0, 2, 0, 0}, /* FailureReason */
    {11618, 0, 0, 388, 0, 0}, /* Metadata */
    {11627, 0, 0, 44, 0, 0}, /* AttemptCount */
    {11640, 0, 0, 48, 0, 0}, /* SelectiveExecutionResult */
    {11665, 0, 0, 224, 0, 0}, /* IterationContext */
    {11682, 0, 0, 34, 0, 0}, /* TrainingJob */
    {11694, 0, 0, 34, 0, 0}, /* ProcessingJob */
    {11708, 0, 0, 34, 0, 0}, /* TransformJob */
    {11721, 0, 0, 34, 0, 0}, /* TuningJob */
    {9479, 0, 0, 326, 0, 0}, /* Model */
    {11731, 0, 0, 326, 0, 0}, /* RegisterModel */
    {11745, 0, 0, 70, 0, 0}, /* Condition */
    {11755, 0, 0, 49, 0, 0}, /* Callback */
    {11764, 0, 0, 230, 0, 0}, /* Lambda */
    {11771, 0, 0, 144, 0, 0}, /* EMR */
    {11775, 0, 0, 143, 0, 0}, /* EMRServerless */
    {11789, 0, 0, 445, 0, 0}, /* QualityCheck */
    {11802, 0, 0, 58, 0, 0}, /* ClarifyCheck */
    {11815, 0, 0, 161, 0, 0}, /* Fail */
    {11820, 0, 0, 34, 0, 0}, /* AutoMLJob */
    {11830, 0, 0, 34, 0, 0}, /* Endpoint */
    {11839, 0, 0, 34, 0, 0}, /* EndpointConfig */
    {11854, 0, 0, 41, 0, 0}, /* BedrockCustomModel */
    {11873, 0, 0, 41, 0, 0}, /* BedrockCustomModelDeployment */
    {11902, 0, 0, 41, 0, 0}, /* BedrockProvisionedModelThroughput */
    {11936, 0, 0, 41, 0, 0}, /* BedrockModelImport */
    {11955, 0, 0, 34, 0, 0}, /* InferenceComponent */
    {11974, 0, 0, 233, 0, 0}, /* Lineage */
    {11982, 0, 0, 41, 0, 0}, /* Job */
    {11986, 0, 0, 30, 0, 0}, /* Athena */
    {11993, 0, 0, 61, 0, 0}, /* Cleanup */
    {12001, 0, 0, 179, 0, 0}, /* ForEach */
    {12009, 0, 0, 184, 0, 0}, /* HubContent */
    {4526, 0, 0, 384, 0, 0}, /* PipelineExecutionArn */
    {8314, 0, 0, 95, 0, 0}, /* StartTime */
    {4576, 0, 0, 2, 0, 0}, /* PipelineExecutionStatus */
    {4600, 0, 0, 382, 0, 0}, /* PipelineExecutionDescription */
    {4547, 0, 0, 385, 0, 0}, /* PipelineExecutionDisplayName */
    {12020, 0, 0, 2, 0, 0}, /* PipelineExecutionFailureReason */
    {3023, 0, 0, 400, 0, 0}, /* PipelineVersionAliases */
    {5831, 0, 0, 158, 0, 0}, /* ExperimentName */
    {5879, 0, 0, 158, 0, 0}, /* TrialName */
    {3046, 0, 0, 379, 0, 0}, /* PipelineArn */
    {2870, 0, 0, 393, 0, 0}, /* PipelineName */
    {2883, 0, 0, 393, 0, 0}, /* PipelineDisplayName */
    {2951, 0, 0, 382, 0, 0}, /* PipelineDescription */
    {2990, 0, 0, 469, 0, 0}, /* RoleArn */
    {4341, 0, 0, 95, 0, 0}, /* CreationTime */
    {4218, 0, 0, 95, 0, 0}, /* LastModifiedTime */
    {12218, 0, 0, 95, 0, 0}, /* LastExecutionTime */
    {3046, 0, 0, 379, 0, 0}, /* PipelineArn */
    {4693, 0, 0, 401, 0, 0}, /* PipelineVersionId */
    {4772, 0, 0, 385, 0, 0}, /* PipelineVersionDisplayName */
    {4799, 0, 0, 382, 0, 0}, /* PipelineVersionDescription */
    {4341, 0, 0, 95, 0, 0}, /* CreationTime */
    {4218, 0, 0, 95, 0, 0}, /* LastModifiedTime */
    {4379, 0, 0, 567, 0, 0}, /* CreatedBy */
    {4491, 0, 0, 567, 0, 0}, /* LastModifiedBy */
    {12236, 0, 0, 384, 0, 0}, /* LastExecutedPipelineExecutionArn */
    {12269, 0, 0, 385, 0, 0}, /* LastExecutedPipelineExecutionDisplayName */
    {12310, 0, 0, 2, 0, 0}, /* LastExecutedPipelineExecutionStatus */
    {3023, 0, 0, 400, 0, 0}, /* PipelineVersionAliases */
    {3046, 0, 0, 379, 0, 0}, /* PipelineArn */
    {4693, 0, 0, 401, 0, 0}, /* PipelineVersionId */
    {4341, 0, 0, 95, 0, 0}, /* CreationTime */
    {4799, 0, 0, 382, 0, 0}, /* PipelineVersionDescription */
    {4772, 0, 0, 385, 0, 0}, /* PipelineVersionDisplayName */
    {12369, 0, 0, 384, 0, 0}, /* LastExecutionPipelineExecutionArn */
    {3023, 0, 0, 400, 0, 0}, /* PipelineVersionAliases */
    {12403, 0, 0, 4, 0, 0}, /* UltraServerId */
    {7244, 0, 0, 260, 1, 0}, /* InstanceCount */
    {12417, 0, 0, 44, 0, 0}, /* PrefixLength */
    {12430, 0, 0, 44, 0, 0}, /* ConcurrencyThreshold */
    {7244, 0, 0, 263, 0, 0}, /* InstanceCount */
    {4119, 0, 0, 415, 0, 2}, /* InstanceType */
    {4132, 0, 0, 430, 1, 2}, /* VolumeSizeInGB */
    {7904, 0, 11232, 229, 0, 2}, /* VolumeKmsKeyId */
    {12451, 0, 0, 414, 0, 3}, /* InstancePreferences */
    {12471, 0, 0, 415, 0, 3}, /* SelectedInstanceType */
    {12492, 0, 0, 263, 0, 3}, /* SelectedInstanceCount */
    {6040, 0, 0, 165, 1, 0}, /* FeatureGroupName */
    {12514, 0, 0, 155, 1, 0}, /* InputName */
    {12524, 0, 364, 5, 0, 3}, /* AppManaged */
    {12535, 0, 0, 426, 0, 0}, /* S3Input */
    {12543, 0, 0, 108, 0, 3}, /* DatasetDefinition */
    {4119, 0, 0, 415, 1, 0}, /* InstanceType */
    {7244, 0, 0, 263, 0, 0}, /* InstanceCount */
    {3058, 0, 0, 412, 0, 0}, /* ProcessingInputs */
    {3075, 0, 0, 422, 0, 0}, /* ProcessingOutputConfig */
    {3098, 0, 0, 151, 0, 0}, /* ProcessingJobName */
    {3116, 0, 0, 424, 0, 0}, /* ProcessingResources */
    {3136, 0, 0, 429, 0, 0}, /* StoppingCondition */
    {3154, 0, 0, 18, 0, 0}, /* AppSpecification */
    {1991, 0, 0, 409, 0, 0}, /* Environment */
    {3171, 0, 0, 357, 0, 0}, /* NetworkConfig */
    {2990, 0, 0, 469, 0, 0}, /* RoleArn */
    {3185, 0, 0, 157, 0, 0}, /* ExperimentConfig */
    {3202, 0, 0, 2, 0, 0}, /* ProcessingJobArn */
    {4826, 0, 0, 417, 0, 0}, /* ProcessingJobStatus */
    {4846, 0, 0, 2, 0, 0}, /* ExitMessage */
    {4654, 0, 0, 2, 0, 0}, /* FailureReason */
    {4858, 0, 0, 95, 0, 0}, /* ProcessingEndTime */
    {4876, 0, 0, 95, 0, 0}, /* ProcessingStartTime */
    {4218, 0, 0, 95, 0, 0}, /* LastModifiedTime */
    {4341, 0, 0, 95, 0, 0}, /* CreationTime */
    {4896, 0, 0, 2, 0, 0}, /* MonitoringScheduleArn */
    {4918, 0, 0, 2, 0, 0}, /* AutoMLJobArn */
    {3632, 0, 0, 2, 0, 0}, /* TrainingJobArn */
    {39, 0, 0, 513, 0, 0}, /* Tags */
    {3098, 0, 0, 151, 0, 0}, /* ProcessingJobName */
    {3202, 0, 0, 2, 0, 0}, /* ProcessingJobArn */
    {4341, 0, 0, 95, 0, 0}, /* CreationTime */
    {4858, 0, 0, 95, 0, 0}, /* ProcessingEndTime */
    {4218, 0, 0, 95, 0, 0}, /* LastModifiedTime */
    {4826, 0, 0, 417, 0, 0}, /* ProcessingJobStatus */
    {4654, 0, 0, 2, 0, 0}, /* FailureReason */
    {4846, 0, 0, 2, 0, 0}, /* ExitMessage */
    {15851, 0, 0, 155, 1, 0}, /* OutputName */
    {10770, 0, 0, 427, 0, 0}, /* S3Output */
    {15862, 0, 0, 410, 0, 3}, /* FeatureStoreOutput */
    {12524, 0, 364, 5, 0, 3}, /* AppManaged */
    {15881, 0, 0, 423, 1, 0}, /* Outputs */
    {727, 0, 11232, 229, 0, 2}, /* KmsKeyId */
    {10797, 0, 0, 407, 1, 0}, /* ClusterConfig */
    {247, 0, 0, 475, 1, 0}, /* S3Uri */
    {1031, 0, 0, 4, 0, 0}, /* LocalPath */
    {236, 0, 15911, 425, 1, 1}, /* S3DataType */
    {1041, 0, 320, 214, 0, 1}, /* S3InputMode */
    {1053, 0, 0, 104, 0, 0}, /* S3DataDistributionType */
    {15927, 0, 1524, 69, 0, 1}, /* S3CompressionType */
    {247, 0, 0, 475, 1, 0}, /* S3Uri */
    {1031, 0, 0, 4, 0, 0}, /* LocalPath */
    {10811, 0, 15945, 428, 1, 2}, /* S3UploadMode */
    {10863, 0, 0, 420, 1, 0}, /* MaxRuntimeInSeconds */
    {16005, 0, 0, 2, 0, 0}, /* MlReservationArn */
    {16022, 0, 0, 2, 0, 0}, /* CapacityReservationPreference */
    {5510, 0, 0, 44, 0, 0}, /* TotalInstanceCount */
    {5529, 0, 0, 44, 0, 0}, /* AvailableInstanceCount */
    {5552, 0, 0, 44, 0, 0}, /* UsedByCurrentEndpoint */
    {16052, 0, 0, 146, 0, 0}, /* Ec2CapacityReservations */
    {6399, 0, 0, 2, 0, 0}, /* Status */
    {20262, 0, 0, 44, 0, 0}, /* MinInstanceCount */
    {20279, 0, 0, 44, 0, 0}, /* MaxInstanceCount */
    {20296, 0, 0, 435, 0, 0}, /* ScaleInPolicy */
    {7324, 0, 0, 2, 0, 0}, /* Strategy */
    {20310, 0, 0, 44, 0, 0}, /* MaximumStepSize */
    {20326, 0, 0, 44, 0, 0}, /* CooldownInMinutes */
    {20344, 0, 0, 2, 0, 0}, /* RoutingStrategy */
    {20360, 0, 0, 406, 0, 0}, /* PrefixAwareRoutingConfig */
    {20385, 0, 0, 44, 0, 0}, /* MemorySizeInMB */
    {20400, 0, 0, 44, 0, 0}, /* MaxConcurrency */
    {20415, 0, 0, 44, 0, 0}, /* ProvisionedConcurrency */
    {6399, 0, 0, 2, 0, 0}, /* Status */
    {1421, 0, 0, 2, 0, 0}, /* StatusMessage */
    {8314, 0, 0, 95, 0, 0}, /* StartTime */
    {20438, 0, 0, 2, 0, 0}, /* VariantName */
    {20450, 0, 0, 122, 0, 0}, /* DeployedImages */
    {20465, 0, 0, 177, 0, 0}, /* CurrentWeight */
    {20479, 0, 0, 177, 0, 0}, /* DesiredWeight */
    {8170, 0, 0, 44, 0, 0}, /* CurrentInstanceCount */
    {20493, 0, 0, 44, 0, 0}, /* DesiredInstanceCount */
    {20514, 0, 0, 221, 0, 0}, /* InstancePools */
    {20528, 0, 0, 439, 0, 0}, /* VariantStatus */
    {20542, 0, 0, 437, 0, 0}, /* CurrentServerlessConfig */
    {20566, 0, 0, 437, 0, 0}, /* DesiredServerlessConfig */
    {20590, 0, 0, 434, 0, 0}, /* ManagedInstanceScaling */
    {20613, 0, 0, 436, 0, 0}, /* RoutingConfig */
    {20627, 0, 0, 432, 0, 0}, /* CapacityReservationConfig */
    {20653, 0, 0, 1, 0, 0}, /* AcceleratorPartitionLayouts */
    {4025, 0, 0, 475, 0, 0}, /* S3OutputPath */
    {20681, 0, 0, 443, 0, 0}, /* ProfilingIntervalInMilliseconds */
    {20713, 0, 0, 68, 0, 0}, /* ProfilingParameters */
    {20733, 0, 0, 5, 0, 0}, /* DisableProfiler */
    {20749, 0, 0, 2, 0, 0}, /* ProjectArn */
    {20760, 0, 0, 2, 0, 0}, /* ProjectName */
    {8990, 0, 0, 2, 0, 0}, /* ProjectId */
    {20772, 0, 0, 150, 0, 0}, /* ProjectDescription */
    {20791, 0, 0, 495, 0, 0}, /* ServiceCatalogProvisioningDetails */
    {20825, 0, 0, 494, 0, 0}, /* ServiceCatalogProvisionedProductDetails */
    {20865, 0, 0, 2, 0, 0}, /* ProjectStatus */
    {4379, 0, 0, 567, 0, 0}, /* CreatedBy */
    {4341, 0, 0, 95, 0, 0}, /* CreationTime */
    {20879, 0, 0, 516, 0, 0}, /* TemplateProviderDetails */
    {39, 0, 0, 513, 0, 0}, /* Tags */
    {4218, 0, 0, 95, 0, 0}, /* LastModifiedTime */
    {4491, 0, 0, 567, 0, 0}, /* LastModifiedBy */
    {1586, 0, 0, 4, 0, 0}, /* CheckType */
    {20903, 0, 0, 19, 0, 0}, /* BaselineUsedForDriftCheckStatistics */
    {1596, 0, 0, 19, 0, 0}, /* BaselineUsedForDriftCheckConstraints */
    {20939, 0, 0, 19, 0, 0}, /* CalculatedBaselineStatistics */
    {1633, 0, 0, 19, 0, 0}, /* CalculatedBaselineConstraints */
    {1663, 0, 0, 4, 0, 0}, /* ModelPackageGroupName */
    {1685, 0, 0, 19, 0, 0}, /* ViolationReport */
    {1701, 0, 0, 4, 0, 0}, /* CheckJobArn */
    {1713, 0, 0, 5, 0, 0}, /* SkipCheck */
    {1723, 0, 0, 5, 0, 0}, /* RegisterNewBaseline */
    {20968, 0, 0, 155, 0, 0}, /* RecommendationId */
    {4119, 0, 0, 433, 0, 0}, /* InstanceType */
    {1991, 0, 0, 153, 0, 0}, /* Environment */
    {5468, 0, 0, 450, 1, 0}, /* ClusterId */
    {684, 0, 0, 451, 1, 0}, /* Database */
    {20999, 0, 0, 455, 1, 0}, /* DbUser */
    {693, 0, 0, 27, 1, 0}, /* QueryString */
    {21006, 0, 0, 469, 1, 0}, /* ClusterRoleArn */
    {715, 0, 0, 475, 1, 0}, /* OutputS3Uri */
    {727, 0, 0, 229, 0, 0}, /* KmsKeyId */
    {736, 0, 0, 454, 1, 0}, /* OutputFormat */
    {749, 0, 0, 453, 0, 0}, /* OutputCompression */
    {21061, 0, 0, 5, 0, 0}, /* EnableRemoteDebug */
    {21092, 0, 0, 459, 1, 0}, /* RepositoryCredentialsProviderArn */
    {4119, 0, 0, 524, 0, 2}, /* InstanceType */
    {7244, 0, 0, 260, 0, 0}, /* InstanceCount */
    {4132, 0, 0, 260, 0, 2}, /* VolumeSizeInGB */
    {7904, 0, 11232, 229, 0, 2}, /* VolumeKmsKeyId */
    {21174, 0, 0, 228, 0, 2}, /* KeepAlivePeriodInSeconds */
    {21199, 0, 0, 218, 0, 3}, /* InstanceGroups */
    {21214, 0, 0, 530, 0, 2}, /* TrainingPlanArn */
    {21230, 0, 0, 219, 0, 2}, /* InstancePlacementConfig */
    {12451, 0, 0, 223, 0, 3}, /* InstancePreferences */
    {12471, 0, 0, 524, 0, 3}, /* SelectedInstanceType */
    {12492, 0, 0, 260, 0, 3}, /* SelectedInstanceCount */
    {21254, 0, 0, 44, 0, 0}, /* MaxNumberOfTrainingJobs */
    {21278, 0, 0, 44, 0, 0}, /* MaxParallelTrainingJobs */
    {10863, 0, 0, 44, 0, 0}, /* MaxRuntimeInSeconds */
    {4526, 0, 0, 384, 1, 1}, /* PipelineExecutionArn */
    {2971, 0, 0, 206, 1, 1}, /* ClientRequestToken */
    {2998, 0, 0, 369, 0, 1}, /* ParallelismConfiguration */
    {4526, 0, 0, 384, 0, 0}, /* PipelineExecutionArn */
    {21571, 0, 0, 264, 1, 0}, /* MaximumRetryAttempts */
    {236, 0, 21649, 472, 1, 1}, /* S3DataType */
    {247, 0, 0, 475, 1, 0}, /* S3Uri */
    {1053, 0, 0, 104, 0, 0}, /* S3DataDistributionType */
    {21700, 0, 0, 33, 0, 3}, /* AttributeNames */
    {21715, 0, 0, 217, 0, 3}, /* InstanceGroupNames */
    {21734, 0, 0, 280, 0, 2}, /* ModelAccessConfig */
    {21752, 0, 0, 180, 0, 3}, /* HubAccessConfig */
    {247, 0, 0, 475, 1, 0}, /* S3Uri */
    {236, 0, 0, 474, 1, 0}, /* S3DataType */
    {253, 0, 0, 69, 1, 0}, /* CompressionType */
    {21734, 0, 0, 280, 0, 0}, /* ModelAccessConfig */
    {21752, 0, 0, 180, 0, 0}, /* HubAccessConfig */
    {21821, 0, 0, 475, 0, 0}, /* ManifestS3Uri */
    {269, 0, 0, 155, 0, 0}, /* ETag */
    {21835, 0, 0, 155, 0, 0}, /* ManifestEtag */
    {247, 0, 0, 475, 0, 0}, /* S3Uri */
    {727, 0, 0, 229, 0, 0}, /* KmsKeyId */
    {21893, 0, 0, 475, 0, 0}, /* ResolvedOutputS3Uri */
    {21913, 0, 0, 2, 0, 0}, /* ScheduleExpression */
    {21932, 0, 0, 155, 0, 0}, /* DataAnalysisStartTime */
    {21954, 0, 0, 155, 0, 0}, /* DataAnalysisEndTime */
    {10935, 0, 0, 173, 0, 0}, /* Filters */
    {21974, 0, 0, 356, 0, 0}, /* NestedFilters */
    {21988, 0, 0, 479, 0, 0}, /* SubExpressions */
    {6368, 0, 0, 46, 0, 0}, /* Operator */
    {11682, 0, 0, 525, 0, 0}, /* TrainingJob */
    {22003, 0, 0, 156, 0, 0}, /* Experiment */
    {22014, 0, 0, 548, 0, 0}, /* Trial */
    {22020, 0, 0, 549, 0, 0}, /* TrialComponent */
    {11830, 0, 0, 148, 0, 0}, /* Endpoint */
    {22035, 0, 0, 302, 0, 0}, /* ModelPackage */
    {22048, 0, 0, 308, 0, 0}, /* ModelPackageGroup */
    {22066, 0, 0, 378, 0, 0}, /* Pipeline */
    {22075, 0, 0, 383, 0, 0}, /* PipelineExecution */
    {22093, 0, 0, 398, 0, 0}, /* PipelineVersion */
    {22109, 0, 0, 164, 0, 0}, /* FeatureGroup */
    {22122, 0, 0, 166, 0, 0}, /* FeatureMetadata */
    {22138, 0, 0, 444, 0, 0}, /* Project */
    {22146, 0, 0, 198, 0, 0}, /* HyperParameterTuningJob */
    {2810, 0, 0, 284, 0, 0}, /* ModelCard */
    {9479, 0, 0, 292, 0, 0}, /* Model */
    {11982, 0, 0, 225, 0, 0}, /* Job */
    {12009, 0, 0, 181, 0, 0}, /* HubContent */
    {22170, 0, 0, 463, 1, 1}, /* Resource */
    {22179, 0, 0, 478, 0, 1}, /* SearchExpression */
    {8461, 0, 0, 269, 0, 1}, /* SortBy */
    {8468, 0, 0, 364, 0, 1}, /* SortOrder */
    {8451, 0, 0, 358, 0, 1}, /* NextToken */
    {8427, 0, 0, 263, 0, 1}, /* MaxResults */
    {8493, 0, 8478, 96, 0, 3}, /* CrossAccountFilterOption */
    {22196, 0, 0, 571, 0, 3}, /* VisibilityConditions */
    {22217, 0, 0, 483, 0, 0}, /* Results */
    {8451, 0, 0, 358, 0, 0}, /* NextToken */
    {22225, 0, 0, 518, 0, 0}, /* TotalHits */
    {6399, 0, 0, 2, 0, 0}, /* Status */
    {8314, 0, 0, 95, 0, 0}, /* StartTime */
    {8296, 0, 0, 95, 0, 0}, /* EndTime */
    {1421, 0, 0, 2, 0, 0}, /* StatusMessage */
    {1743, 0, 0, 4, 1, 0}, /* StepName */
    {1341, 0, 0, 384, 0, 0}, /* SourcePipelineExecutionArn */
    {22249, 0, 0, 488, 1, 0}, /* SelectedSteps */
    {22443, 0, 0, 491, 1, 0}, /* BaseModelArn */
    {9211, 0, 0, 5, 0, 0}, /* AcceptEula */
    {22456, 0, 0, 493, 1, 0}, /* JobType */
    {22464, 0, 0, 101, 0, 0}, /* CustomizationTechnique */
    {22487, 0, 0, 377, 0, 0}, /* Peft */
    {22492, 0, 0, 154, 0, 0}, /* EvaluationType */
    {22507, 0, 0, 155, 0, 0}, /* EvaluatorArn */
    {22520, 0, 0, 490, 0, 0}, /* SequenceLength */
    {22557, 0, 0, 2, 0, 0}, /* ProvisionedProductId */
    {22578, 0, 0, 2, 0, 0}, /* ProvisionedProductStatusMessage */
    {9886, 0, 0, 2, 0, 0}, /* ProductId */
    {22610, 0, 0, 2, 0, 0}, /* ProvisioningArtifactId */
    {22633, 0, 0, 2, 0, 0}, /* PathId */
    {22640, 0, 0, 54, 0, 0}, /* ProvisioningParameters */
    {22663, 0, 0, 5, 0, 0}, /* EnableSessionTagChaining */
    {22688, 0, 0, 443, 1, 0}, /* Seed */
    {1935, 0, 0, 475, 0, 0}, /* ModelDataUrl */
    {1948, 0, 0, 296, 0, 0}, /* ModelDataSource */
    {9974, 0, 0, 155, 0, 0}, /* ModelDataETag */
    {306, 0, 0, 20, 1, 0}, /* AlgorithmName */
    {22761, 0, 0, 502, 1, 0}, /* SourceAlgorithms */
    {2870, 0, 0, 394, 1, 1}, /* PipelineName */
    {4547, 0, 0, 385, 0, 1}, /* PipelineExecutionDisplayName */
    {8672, 0, 0, 371, 0, 1}, /* PipelineParameters */
    {4600, 0, 0, 382, 0, 1}, /* PipelineExecutionDescription */
    {2971, 0, 0, 206, 1, 1}, /* ClientRequestToken */
    {2998, 0, 0, 369, 0, 1}, /* ParallelismConfiguration */
    {4668, 0, 0, 489, 0, 1}, /* SelectiveExecutionConfig */
    {4693, 0, 0, 401, 0, 1}, /* PipelineVersionId */
    {8926, 0, 0, 67, 0, 3}, /* MlflowExperimentName */
    {4724, 0, 0, 399, 0, 3}, /* PipelineVersionAlias */
    {2990, 0, 0, 469, 0, 3}, /* RoleArn */
    {4526, 0, 0, 384, 1, 1}, /* PipelineExecutionArn */
    {2971, 0, 0, 206, 1, 1}, /* ClientRequestToken */
    {10863, 0, 0, 261, 0, 0}, /* MaxRuntimeInSeconds */
    {22816, 0, 0, 261, 0, 2}, /* MaxWaitTimeInSeconds */
    {22837, 0, 0, 262, 0, 2}, /* MaxPendingTimeInSeconds */
    {1435, 0, 0, 511, 1, 0}, /* Key */
    {1439, 0, 0, 514, 1, 0}, /* Value */
    {22891, 0, 0, 55, 0, 0}, /* CfnTemplateProviderDetail */
    {1031, 0, 0, 137, 0, 0}, /* LocalPath */
    {4025, 0, 0, 475, 1, 0}, /* S3OutputPath */
    {1439, 0, 0, 45, 0, 0}, /* Value */
    {22917, 0, 0, 2, 0, 0}, /* Relation */
    {22926, 0, 0, 457, 1, 0}, /* TrainingRepositoryAccessMode */
    {22955, 0, 0, 533, 0, 0}, /* TrainingRepositoryAuthConfig */
    {3219, 0, 0, 151, 0, 0}, /* TrainingJobName */
    {3632, 0, 0, 2, 0, 0}, /* TrainingJobArn */
    {4931, 0, 0, 2, 0, 0}, /* TuningJobArn */
    {4944, 0, 0, 2, 0, 0}, /* LabelingJobArn */
    {4918, 0, 0, 2, 0, 0}, /* AutoMLJobArn */
    {4959, 0, 0, 282, 0, 0}, /* ModelArtifacts */
    {4974, 0, 0, 526, 0, 0}, /* TrainingJobStatus */
    {4992, 0, 0, 2, 0, 0}, /* SecondaryStatus */
    {4654, 0, 0, 2, 0, 0}, /* FailureReason */
    {3235, 0, 0, 203, 0, 0}, /* HyperParameters */
    {3251, 0, 0, 16, 0, 0}, /* AlgorithmSpecification */
    {2990, 0, 0, 469, 0, 0}, /* RoleArn */
    {3274, 0, 0, 213, 0, 0}, /* InputDataConfig */
    {3290, 0, 0, 366, 0, 0}, /* OutputDataConfig */
    {3307, 0, 0, 461, 0, 0}, /* ResourceConfig */
    {5008, 0, 0, 575, 0, 0}, /* WarmPoolStatus */
    {2319, 0, 0, 572, 0, 0}, /* VpcConfig */
    {3136, 0, 0, 508, 0, 0}, /* StoppingCondition */
    {4341, 0, 0, 95, 0, 0}, /* CreationTime */
    {5023, 0, 0, 95, 0, 0}, /* TrainingStartTime */
    {5041, 0, 0, 95, 0, 0}, /* TrainingEndTime */
    {4218, 0, 0, 95, 0, 0}, /* LastModifiedTime */
    {5057, 0, 0, 485, 0, 0}, /* SecondaryStatusTransitions */
    {5084, 0, 0, 176, 0, 0}, /* FinalMetricDataList */
    {2329, 0, 0, 5, 0, 0}, /* EnableNetworkIsolation */
    {3322, 0, 0, 5, 0, 0}, /* EnableInterContainerTrafficEncryption */
    {3360, 0, 0, 5, 0, 0}, /* EnableManagedSpotTraining */
    {3386, 0, 0, 57, 0, 0}, /* CheckpointConfig */
    {5104, 0, 0, 44, 0, 0}, /* TrainingTimeInSeconds */
    {5126, 0, 0, 44, 0, 0}, /* BillableTimeInSeconds */
    {3403, 0, 0, 110, 0, 0}, /* DebugHookConfig */
    {3185, 0, 0, 157, 0, 0}, /* ExperimentConfig */
    {3419, 0, 0, 112, 0, 0}, /* DebugRuleConfigurations */
    {3443, 0, 0, 517, 0, 0}, /* TensorBoardOutputConfig */
    {5167, 0, 0, 114, 0, 0}, /* DebugRuleEvaluationStatuses */
    {5269, 0, 0, 303, 0, 0}, /* OutputModelPackageArn */
    {3613, 0, 0, 304, 0, 0}, /* ModelPackageConfig */
    {3467, 0, 0, 442, 0, 0}, /* ProfilerConfig */
    {1991, 0, 0, 520, 0, 0}, /* Environment */
    {3509, 0, 0, 468, 0, 0}, /* RetryStrategy */
    {39, 0, 0, 513, 0, 0}, /* Tags */
    {26605, 0, 0, 44, 0, 0}, /* Completed */
    {26615, 0, 0, 44, 0, 0}, /* InProgress */
    {26626, 0, 0, 44, 0, 0}, /* RetryableError */
    {26641, 0, 0, 44, 0, 0}, /* NonRetryableError */
    {26659, 0, 0, 44, 0, 0}, /* Stopped */
    {3219, 0, 0, 151, 0, 0}, /* TrainingJobName */
    {3632, 0, 0, 2, 0, 0}, /* TrainingJobArn */
    {4341, 0, 0, 95, 0, 0}, /* CreationTime */
    {5041, 0, 0, 95, 0, 0}, /* TrainingEndTime */
    {4218, 0, 0, 95, 0, 0}, /* LastModifiedTime */
    {4974, 0, 0, 526, 0, 0}, /* TrainingJobStatus */
    {4992, 0, 0, 2, 0, 0}, /* SecondaryStatus */
    {5008, 0, 0, 575, 0, 0}, /* WarmPoolStatus */
    {21214, 0, 0, 530, 0, 0}, /* TrainingPlanArn */
    {26732, 0, 0, 45, 0, 0}, /* TotalStepCountPerEpoch */
    {26755, 0, 0, 45, 0, 0}, /* CurrentStep */
    {26767, 0, 0, 45, 0, 0}, /* CurrentEpoch */
    {26780, 0, 0, 45, 0, 0}, /* MaxEpoch */
    {26789, 0, 0, 534, 1, 0}, /* TrainingRepositoryCredentialsProviderArn */
    {223, 0, 0, 547, 1, 0}, /* S3DataSource */
    {1501, 0, 0, 536, 1, 0}, /* DataSource */
    {1512, 0, 0, 4, 0, 0}, /* ContentType */
    {253, 0, 0, 69, 0, 0}, /* CompressionType */
    {26952, 0, 0, 504, 0, 0}, /* SplitType */
    {28690, 0, 0, 2, 0, 0}, /* TransformJobName */
    {28707, 0, 0, 2, 0, 0}, /* TransformJobArn */
    {28723, 0, 0, 2, 0, 0}, /* TransformJobStatus */
    {4654, 0, 0, 2, 0, 0}, /* FailureReason */
    {2250, 0, 0, 300, 0, 0}, /* ModelName */
    {28742, 0, 0, 260, 0, 0}, /* MaxConcurrentTransforms */
    {28766, 0, 0, 288, 0, 0}, /* ModelClientConfig */
    {28784, 0, 0, 260, 0, 0}, /* MaxPayloadInMB */
    {28799, 0, 0, 39, 0, 0}, /* BatchStrategy */
    {1991, 0, 0, 538, 0, 0}, /* Environment */
    {28813, 0, 0, 540, 0, 0}, /* TransformInput */
    {28828, 0, 0, 545, 0, 0}, /* TransformOutput */
    {5637, 0, 0, 38, 0, 0}, /* DataCaptureConfig */
    {28844, 0, 0, 546, 0, 0}, /* TransformResources */
    {4341, 0, 0, 95, 0, 0}, /* CreationTime */
    {28863, 0, 0, 95, 0, 0}, /* TransformStartTime */
    {28882, 0, 0, 95, 0, 0}, /* TransformEndTime */
    {4944, 0, 0, 2, 0, 0}, /* LabelingJobArn */
    {4918, 0, 0, 2, 0, 0}, /* AutoMLJobArn */
    {28899, 0, 0, 106, 0, 0}, /* DataProcessing */
    {3185, 0, 0, 157, 0, 0}, /* ExperimentConfig */
    {39, 0, 0, 513, 0, 0}, /* Tags */
    {28742, 0, 0, 260, 0, 0}, /* MaxConcurrentTransforms */
    {28784, 0, 0, 260, 0, 0}, /* MaxPayloadInMB */
    {28799, 0, 0, 39, 0, 0}, /* BatchStrategy */
    {1991, 0, 0, 538, 0, 0}, /* Environment */
    {28813, 0, 0, 540, 1, 0}, /* TransformInput */
    {28828, 0, 0, 545, 1, 0}, /* TransformOutput */
    {28844, 0, 0, 546, 1, 0}, /* TransformResources */
    {4025, 0, 0, 475, 1, 0}, /* S3OutputPath */
    {28914, 0, 0, 4, 0, 0}, /* Accept */
    {28921, 0, 0, 21, 0, 0}, /* AssembleWith */
    {727, 0, 0, 229, 0, 0}, /* KmsKeyId */
    {4119, 0, 0, 541, 1, 0}, /* InstanceType */
    {7244, 0, 0, 261, 1, 0}, /* InstanceCount */
    {7904, 0, 0, 229, 0, 0}, /* VolumeKmsKeyId */
    {28934, 0, 0, 535, 0, 0}, /* TransformAmiVersion */
    {236, 0, 0, 472, 1, 0}, /* S3DataType */
    {247, 0, 0, 475, 1, 0}, /* S3Uri */
    {5879, 0, 0, 158, 0, 0}, /* TrialName */
    {28954, 0, 0, 2, 0, 0}, /* TrialArn */
    {5860, 0, 0, 158, 0, 0}, /* DisplayName */
    {5831, 0, 0, 158, 0, 0}, /* ExperimentName */
    {5872, 0, 0, 159, 0, 0}, /* Source */
    {4341, 0, 0, 95, 0, 0}, /* CreationTime */
    {4379, 0, 0, 567, 0, 0}, /* CreatedBy */
    {4218, 0, 0, 95, 0, 0}, /* LastModifiedTime */
    {4491, 0, 0, 567, 0, 0}, /* LastModifiedBy */
    {2603, 0, 0, 265, 0, 0}, /* MetadataProperties */
    {39, 0, 0, 513, 0, 0}, /* Tags */
    {28963, 0, 0, 556, 0, 0}, /* TrialComponentSummaries */
    {28987, 0, 0, 158, 0, 0}, /* TrialComponentName */
    {5860, 0, 0, 158, 0, 0}, /* DisplayName */
    {29006, 0, 0, 2, 0, 0}, /* TrialComponentArn */
    {5872, 0, 0, 159, 0, 0}, /* Source */
    {6399, 0, 0, 559, 0, 0}, /* Status */
    {8314, 0, 0, 95, 0, 0}, /* StartTime */
    {8296, 0, 0, 95, 0, 0}, /* EndTime */
    {4341, 0, 0, 95, 0, 0}, /* CreationTime */
    {4379, 0, 0, 567, 0, 0}, /* CreatedBy */
    {4218, 0, 0, 95, 0, 0}, /* LastModifiedTime */
    {4491, 0, 0, 567, 0, 0}, /* LastModifiedBy */
    {1478, 0, 0, 555, 0, 0}, /* Parameters */
    {29024, 0, 0, 551, 0, 0}, /* InputArtifacts */
    {29039, 0, 0, 551, 0, 0}, /* OutputArtifacts */
    {29055, 0, 0, 552, 0, 0}, /* Metrics */
    {2603, 0, 0, 265, 0, 0}, /* MetadataProperties */
    {29063, 0, 0, 558, 0, 0}, /* SourceDetail */
    {29076, 0, 0, 2, 0, 0}, /* LineageGroupArn */
    {39, 0, 0, 513, 0, 0}, /* Tags */
    {29092, 0, 0, 376, 0, 0}, /* Parents */
    {5915, 0, 0, 158, 0, 0}, /* RunName */
    {29100, 0, 0, 2, 0, 0}, /* MediaType */
    {1439, 0, 0, 2, 0, 0}, /* Value */
    {6382, 0, 0, 269, 0, 0}, /* MetricName */
    {594, 0, 0, 2, 0, 0}, /* SourceArn */
    {29110, 0, 0, 95, 0, 0}, /* TimeStamp */
    {29120, 0, 0, 138, 0, 0}, /* Max */
    {29124, 0, 0, 138, 0, 0}, /* Min */
    {29128, 0, 0, 138, 0, 0}, /* Last */
    {29133, 0, 0, 44, 0, 0}, /* Count */
    {29139, 0, 0, 138, 0, 0}, /* Avg */
    {29143, 0, 0, 138, 0, 0}, /* StdDev */
    {29150, 0, 0, 2, 0, 0}, /* StringValue */
    {29162, 0, 0, 138, 0, 0}, /* NumberValue */
    {28987, 0, 0, 158, 0, 0}, /* TrialComponentName */
    {29006, 0, 0, 2, 0, 0}, /* TrialComponentArn */
    {29174, 0, 0, 159, 0, 0}, /* TrialComponentSource */
    {4341, 0, 0, 95, 0, 0}, /* CreationTime */
    {4379, 0, 0, 567, 0, 0}, /* CreatedBy */
    {594, 0, 0, 2, 0, 0}, /* SourceArn */
    {11682, 0, 0, 525, 0, 0}, /* TrainingJob */
    {11694, 0, 0, 416, 0, 0}, /* ProcessingJob */
    {11708, 0, 0, 543, 0, 0}, /* TransformJob */
    {29195, 0, 0, 2, 0, 0}, /* PrimaryStatus */
    {29209, 0, 0, 2, 0, 0}, /* Message */
    {29217, 0, 0, 2, 0, 0}, /* Unit */
    {1439, 0, 0, 44, 0, 0}, /* Value */
    {29222, 0, 0, 177, 0, 0}, /* TargetObjectiveMetricValue */
    {29249, 0, 0, 42, 0, 0}, /* BestObjectiveNotImproving */
    {29275, 0, 0, 82, 0, 0}, /* ConvergenceDetected */
    {2854, 0, 0, 303, 1, 1}, /* ModelPackageArn */
    {2583, 0, 0, 281, 0, 1}, /* ModelApprovalStatus */
    {2456, 0, 0, 314, 0, 2}, /* ModelPackageRegistrationType */
    {4506, 0, 0, 19, 0, 1}, /* ApprovalDescription */
    {2676, 0, 0, 99, 0, 1}, /* CustomerMetadataProperties */
    {29295, 0, 0, 98, 0, 1}, /* CustomerMetadataPropertiesToRemove */
    {29330, 0, 0, 9, 0, 1}, /* AdditionalInferenceSpecificationsToAdd */
    {2485, 0, 0, 211, 0, 1}, /* InferenceSpecification */
    {2785, 0, 0, 316, 0, 1}, /* SourceUri */
    {2810, 0, 0, 313, 0, 1}, /* ModelCard */
    {2820, 0, 0, 298, 0, 1}, /* ModelLifeCycle */
    {2635, 0, 0, 63, 0, 1}, /* ClientToken */
    {4526, 0, 0, 384, 1, 1}, /* PipelineExecutionArn */
    {4600, 0, 0, 382, 0, 1}, /* PipelineExecutionDescription */
    {4547, 0, 0, 385, 0, 1}, /* PipelineExecutionDisplayName */
    {2998, 0, 0, 369, 0, 1}, /* ParallelismConfiguration */
    {2870, 0, 0, 393, 1, 1}, /* PipelineName */
    {2883, 0, 0, 393, 0, 1}, /* PipelineDisplayName */
    {2903, 0, 0, 380, 0, 1}, /* PipelineDefinition */
    {2922, 0, 0, 381, 0, 1}, /* PipelineDefinitionS3Location */
    {2951, 0, 0, 382, 0, 1}, /* PipelineDescription */
    {2990, 0, 0, 469, 0, 1}, /* RoleArn */
    {2998, 0, 0, 369, 0, 1}, /* ParallelismConfiguration */
    {3023, 0, 0, 400, 0, 3}, /* PipelineVersionAliases */
    {3046, 0, 0, 379, 0, 0}, /* PipelineArn */
    {4693, 0, 0, 401, 0, 0}, /* PipelineVersionId */
    {3046, 0, 0, 379, 1, 1}, /* PipelineArn */
    {4693, 0, 0, 401, 1, 1}, /* PipelineVersionId */
    {4772, 0, 0, 385, 0, 1}, /* PipelineVersionDisplayName */
    {4799, 0, 0, 382, 0, 1}, /* PipelineVersionDescription */
    {29369, 0, 0, 17, 0, 3}, /* PipelineVersionAliasOperations */
    {29400, 0, 0, 155, 0, 0}, /* UserProfileArn */
    {29415, 0, 0, 155, 0, 0}, /* UserProfileName */
    {29431, 0, 0, 155, 0, 0}, /* DomainId */
    {29440, 0, 0, 205, 0, 0}, /* IamIdentity */
    {29452, 0, 0, 44, 0, 0}, /* Dimension */
    {1435, 0, 0, 511, 0, 0}, /* Key */
    {1439, 0, 0, 514, 0, 0}, /* Value */
    {29578, 0, 0, 573, 1, 0}, /* SecurityGroupIds */
    {29595, 0, 0, 509, 1, 0}, /* Subnets */
    {6399, 0, 0, 574, 0, 0}, /* Status */
    {29637, 0, 0, 44, 0, 0}, /* ResourceRetainedBillableTimeInSeconds */
    {29675, 0, 0, 151, 0, 0}, /* ReusedByJob */
};

static const struct shape_operation operations[] = {
    {29687, 0, 6, 7}, /* AddTags */
    {29695, 0, 83, 84}, /* CreateModel */
    {29707, 0, 87, 88}, /* CreateModelPackage */
    {29726, 0, 85, 86}, /* CreateModelPackageGroup */
    {29750, 0, 89, 90}, /* CreatePipeline */
    {29765, 0, 91, 92}, /* CreateProcessingJob */
    {29785, 0, 93, 94}, /* CreateTrainingJob */
    {29803, 0, 115, 65535}, /* DeleteModel */
    {29815, 0, 117, 65535}, /* DeleteModelPackage */
    {29834, 0, 116, 65535}, /* DeleteModelPackageGroup */
    {29858, 0, 118, 90}, /* DeletePipeline */
    {29873, 0, 119, 120}, /* DeleteTags */
    {29884, 0, 115, 124}, /* DescribeModel */
    {29898, 0, 126, 127}, /* DescribeModelPackage */
    {29919, 0, 116, 125}, /* DescribeModelPackageGroup */
    {29945, 0, 131, 132}, /* DescribePipeline */
    {29962, 0, 128, 129}, /* DescribePipelineDefinitionForExecution */
    {30001, 0, 128, 130}, /* DescribePipelineExecution */
    {30027, 0, 133, 134}, /* DescribeProcessingJob */
    {30049, 0, 135, 136}, /* DescribeTrainingJob */
    {30069, 0, 234, 235}, /* ListModelPackageGroups */
    {30092, 0, 236, 237}, /* ListModelPackages */
    {30110, 0, 238, 239}, /* ListModels */
    {30121, 0, 240, 241}, /* ListPipelineExecutionSteps */
    {30148, 0, 242, 243}, /* ListPipelineExecutions */
    {30171, 0, 244, 245}, /* ListPipelineParametersForExecution */
    {30206, 0, 246, 247}, /* ListPipelineVersions */
    {30227, 0, 248, 249}, /* ListPipelines */
    {30241, 0, 250, 251}, /* ListProcessingJobs */
    {30260, 0, 252, 254}, /* ListTags */
    {30269, 0, 255, 256}, /* ListTrainingJobs */
    {30286, 0, 466, 467}, /* RetryPipelineExecution */
    {30309, 0, 481, 482}, /* Search */
    {30316, 0, 506, 467}, /* StartPipelineExecution */
    {30339, 0, 507, 467}, /* StopPipelineExecution */
    {30361, 0, 133, 65535}, /* StopProcessingJob */
    {30379, 0, 135, 65535}, /* StopTrainingJob */
    {30395, 0, 562, 88}, /* UpdateModelPackage */
    {30414, 0, 564, 565}, /* UpdatePipeline */
    {30429, 0, 563, 467}, /* UpdatePipelineExecution */
    {30453, 0, 566, 565}, /* UpdatePipelineVersion */
};

const struct shape_service shapes_sagemaker = {
    "sagemaker",
    "SageMaker",
    "1.1",
    "",
    "",
    pool, rows, members, operations,
    576, 41,
};
