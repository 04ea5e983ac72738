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
    {10, 0, 3, 25, 0, 0, 0, 0, 0, 0}, /* AppSpecification */
    {0, 3, 0, 0, 0, 0, 0, 0, 0, 1024}, /* ApprovalDescription */
    {0, 3, 0, 0, 0, 0, 472, 0, 1, 170}, /* ArnOrName */
    {0, 4, 2, 573, 0, 0, 0, 0, 0, 0}, /* AssemblyType */
    {10, 0, 2, 28, 0, 0, 0, 0, 0, 0}, /* AssociationInfo */
    {8, 0, 0, 0, 21, 0, 0, 0, 0, 0}, /* AssociationInfoList */
    {0, 3, 0, 0, 0, 0, 608, 0, 1, 256}, /* AthenaCatalog */
    {0, 3, 0, 0, 0, 0, 0, 0, 1, 255}, /* AthenaDatabase */
    {10, 0, 8, 30, 0, 0, 0, 0, 0, 0}, /* AthenaDatasetDefinition */
    {0, 3, 0, 0, 0, 0, 0, 0, 1, 4096}, /* AthenaQueryString */
    {0, 4, 3, 756, 0, 0, 0, 0, 0, 0}, /* AthenaResultCompressionType */
    {0, 4, 5, 773, 0, 0, 0, 0, 0, 0}, /* AthenaResultFormat */
    {10, 0, 2, 38, 0, 0, 0, 0, 0, 0}, /* AthenaStepMetadata */
    {0, 3, 0, 0, 0, 0, 838, 0, 1, 128}, /* AthenaWorkGroup */
    {0, 3, 0, 0, 0, 0, 854, 0, 1, 256}, /* AttributeName */
    {8, 3, 0, 0, 31, 0, 0, 0, 0, 16}, /* AttributeNames */
    {10, 0, 1, 40, 0, 0, 0, 0, 0, 0}, /* AutoMLJobStepMetadata */
    {10, 0, 2, 41, 0, 0, 0, 0, 0, 0}, /* AutoParameter */
    {8, 0, 0, 0, 34, 0, 0, 0, 0, 0}, /* AutoParameters */
    {10, 0, 3, 43, 0, 0, 0, 0, 0, 0}, /* BaseModel */
    {10, 0, 3, 46, 0, 0, 0, 0, 0, 0}, /* BatchDataCaptureConfig */
    {0, 4, 2, 952, 0, 0, 0, 0, 0, 0}, /* BatchStrategy */
    {10, 0, 12, 49, 0, 0, 0, 0, 0, 0}, /* BatchTransformInput */
    {10, 0, 1, 61, 0, 0, 0, 0, 0, 0}, /* BedrockCustomModelDeploymentMetadata */
    {10, 0, 1, 62, 0, 0, 0, 0, 0, 0}, /* BestObjectiveNotImproving */
    {10, 0, 3, 63, 0, 0, 0, 0, 0, 0}, /* Bias */
    {1, 0, 0, 0, 0, 0, 0, 0, 0, 0}, /* BillableTimeInSeconds */
    {2, 0, 0, 0, 0, 0, 0, 0, 0, 0}, /* BillableTokenCount */
    {0, 4, 2, 1288, 0, 0, 0, 0, 0, 0}, /* BooleanOperator */
    {0, 3, 0, 0, 0, 0, 1295, 0, 3, 63}, /* BucketName */
    {10, 0, 1, 66, 0, 0, 0, 0, 0, 0}, /* CacheHitResult */
    {10, 0, 3, 67, 0, 0, 0, 0, 0, 0}, /* CallbackStepMetadata */
    {10, 0, 2, 70, 0, 0, 0, 0, 0, 0}, /* CategoricalParameterRange */
    {8, 0, 0, 0, 49, 0, 0, 0, 0, 0}, /* CategoricalParameterRanges */
    {10, 0, 3, 72, 0, 0, 0, 0, 0, 0}, /* CfnStackDetail */
    {10, 0, 2, 75, 0, 0, 0, 0, 0, 0}, /* CfnStackParameter */
    {8, 0, 0, 0, 52, 0, 0, 0, 0, 0}, /* CfnStackParameters */
    {10, 0, 5, 77, 0, 0, 0, 0, 0, 0}, /* CfnTemplateProviderDetail */
    {10, 0, 7, 82, 0, 0, 0, 0, 0, 0}, /* Channel */
    {10, 0, 2, 89, 0, 0, 0, 0, 0, 0}, /* CheckpointConfig */
    {10, 0, 8, 91, 0, 0, 0, 0, 0, 0}, /* ClarifyCheckStepMetadata */
    {10, 0, 3, 99, 0, 0, 0, 0, 0, 0}, /* CleanupFailure */
    {8, 0, 0, 0, 58, 0, 0, 0, 0, 0}, /* CleanupFailureList */
    {10, 0, 3, 102, 0, 0, 0, 0, 0, 0}, /* CleanupStepMetadata */
    {8, 0, 0, 0, 4, 0, 0, 0, 0, 0}, /* CleanupStepNameList */
    {0, 3, 0, 0, 0, 0, 1802, 0, 1, 36}, /* ClientToken */
    {10, 16, 1, 105, 0, 0, 0, 0, 0, 0}, /* CollectionConfig */
    {10, 0, 2, 106, 0, 0, 0, 0, 0, 0}, /* CollectionConfiguration */
    {8, 3, 0, 0, 64, 0, 0, 0, 0, 20}, /* CollectionConfigurations */
    {0, 3, 0, 0, 0, 0, 0, 0, 1, 256}, /* CollectionName */
    {9, 3, 0, 0, 4, 66, 0, 0, 0, 20}, /* CollectionParameters */
    {0, 4, 2, 1865, 0, 0, 0, 0, 0, 0}, /* CompressionType */
    {10, 0, 1, 108, 0, 0, 0, 0, 0, 0}, /* ConditionStepMetadata */
    {8, 3, 0, 0, 4, 0, 0, 0, 1, 100}, /* ContainerArguments */
    {10, 0, 12, 109, 0, 0, 0, 0, 0, 0}, /* ContainerDefinition */
    {8, 3, 0, 0, 71, 0, 0, 0, 0, 15}, /* ContainerDefinitionList */
    {0, 3, 0, 0, 0, 0, 2076, 0, 0, 63}, /* ContainerHostname */
    {0, 3, 0, 0, 0, 0, 2109, 0, 0, 255}, /* ContainerImage */
    {10, 0, 1, 121, 0, 0, 0, 0, 0, 0}, /* ContainerMetricsConfig */
    {0, 4, 2, 2132, 0, 0, 0, 0, 0, 0}, /* ContainerMode */
    {0, 3, 0, 0, 0, 0, 2155, 0, 0, 72}, /* ContentDigest */
    {8, 0, 0, 0, 4, 0, 0, 0, 0, 0}, /* ContentTypes */
    {10, 0, 4, 122, 0, 0, 0, 0, 0, 0}, /* ContinuousParameterRange */
    {8, 0, 0, 0, 79, 0, 0, 0, 0, 0}, /* ContinuousParameterRanges */
    {10, 0, 1, 126, 0, 0, 0, 0, 0, 0}, /* ConvergenceDetected */
    {10, 0, 8, 127, 0, 0, 0, 0, 0, 0}, /* CreateModelInput */
    {10, 0, 1, 135, 0, 0, 0, 0, 0, 0}, /* CreateModelOutput */
    {10, 0, 4, 136, 0, 0, 0, 0, 0, 0}, /* CreateModelPackageGroupInput */
    {10, 0, 1, 140, 0, 0, 0, 0, 0, 0}, /* CreateModelPackageGroupOutput */
    {10, 0, 25, 141, 0, 0, 0, 0, 0, 0}, /* CreateModelPackageInput */
    {10, 0, 1, 166, 0, 0, 0, 0, 0, 0}, /* CreateModelPackageOutput */
    {10, 0, 10, 167, 0, 0, 0, 0, 0, 0}, /* CreatePipelineRequest */
    {10, 0, 1, 177, 0, 0, 0, 0, 0, 0}, /* CreatePipelineResponse */
    {10, 0, 11, 178, 0, 0, 0, 0, 0, 0}, /* CreateProcessingJobRequest */
    {10, 0, 1, 189, 0, 0, 0, 0, 0, 0}, /* CreateProcessingJobResponse */
    {10, 0, 28, 190, 0, 0, 0, 0, 0, 0}, /* CreateTrainingJobRequest */
    {10, 0, 1, 218, 0, 0, 0, 0, 0, 0}, /* CreateTrainingJobResponse */
    {6, 0, 0, 0, 0, 0, 0, 0, 0, 0}, /* CreationTime */
    {0, 4, 2, 3636, 0, 0, 0, 0, 0, 0}, /* CrossAccountFilterOption */
    {0, 3, 0, 0, 0, 0, 3661, 0, 1, 128}, /* CustomerMetadataKey */
    {8, 0, 0, 0, 96, 0, 0, 0, 0, 0}, /* CustomerMetadataKeyList */
    {9, 3, 0, 0, 99, 96, 0, 0, 1, 50}, /* CustomerMetadataMap */
    {0, 3, 0, 0, 0, 0, 3700, 0, 1, 256}, /* CustomerMetadataValue */
    {0, 4, 4, 3739, 0, 0, 0, 0, 0, 0}, /* CustomizationTechnique */
    {10, 0, 5, 219, 0, 0, 0, 0, 0, 0}, /* DataCaptureConfigSummary */
    {10, 0, 3, 224, 0, 0, 0, 0, 0, 0}, /* DataCatalogConfig */
    {0, 4, 2, 3822, 0, 0, 0, 0, 0, 0}, /* DataDistributionType */
    {0, 3, 0, 0, 0, 0, 3853, 0, 1, 16384}, /* DataInputConfig */
    {10, 0, 3, 227, 0, 0, 0, 0, 0, 0}, /* DataProcessing */
    {10, 0, 3, 230, 0, 0, 0, 0, 0, 0}, /* DataSource */
    {10, 0, 5, 233, 0, 0, 0, 0, 0, 0}, /* DatasetDefinition */
    {10, 0, 1, 238, 0, 0, 0, 0, 0, 0}, /* DatasetSource */
    {10, 0, 4, 239, 0, 0, 0, 0, 0, 0}, /* DebugHookConfig */
    {10, 0, 7, 243, 0, 0, 0, 0, 0, 0}, /* DebugRuleConfiguration */
    {8, 3, 0, 0, 110, 0, 0, 0, 0, 20}, /* DebugRuleConfigurations */
    {10, 0, 5, 250, 0, 0, 0, 0, 0, 0}, /* DebugRuleEvaluationStatus */
    {8, 0, 0, 0, 112, 0, 0, 0, 0, 0}, /* DebugRuleEvaluationStatuses */
    {10, 0, 1, 255, 0, 0, 0, 0, 0, 0}, /* DeleteModelInput */
    {10, 0, 1, 256, 0, 0, 0, 0, 0, 0}, /* DeleteModelPackageGroupInput */
    {10, 0, 1, 257, 0, 0, 0, 0, 0, 0}, /* DeleteModelPackageInput */
    {10, 0, 2, 258, 0, 0, 0, 0, 0, 0}, /* DeletePipelineRequest */
    {10, 0, 2, 260, 0, 0, 0, 0, 0, 0}, /* DeleteTagsInput */
    {10, 0, 0, 262, 0, 0, 0, 0, 0, 0}, /* DeleteTagsOutput */
    {10, 0, 3, 262, 0, 0, 0, 0, 0, 0}, /* DeployedImage */
    {8, 0, 0, 0, 120, 0, 0, 0, 0, 0}, /* DeployedImages */
    {10, 0, 2, 265, 0, 0, 0, 0, 0, 0}, /* DeploymentRecommendation */
    {10, 0, 10, 267, 0, 0, 0, 0, 0, 0}, /* DescribeModelOutput */
    {10, 0, 7, 277, 0, 0, 0, 0, 0, 0}, /* DescribeModelPackageGroupOutput */
    {10, 0, 2, 284, 0, 0, 0, 0, 0, 0}, /* DescribeModelPackageInput */
    {10, 0, 32, 286, 0, 0, 0, 0, 0, 0}, /* DescribeModelPackageOutput */
    {10, 0, 1, 318, 0, 0, 0, 0, 0, 0}, /* DescribePipelineDefinitionForExecutionRequest */
    {10, 0, 2, 319, 0, 0, 0, 0, 0, 0}, /* DescribePipelineDefinitionForExecutionResponse */
    {10, 0, 17, 321, 0, 0, 0, 0, 0, 0}, /* DescribePipelineExecutionResponse */
    {10, 0, 3, 338, 0, 0, 0, 0, 0, 0}, /* DescribePipelineRequest */
    {10, 0, 16, 341, 0, 0, 0, 0, 0, 0}, /* DescribePipelineResponse */
    {10, 0, 1, 357, 0, 0, 0, 0, 0, 0}, /* DescribeProcessingJobRequest */
    {10, 0, 21, 358, 0, 0, 0, 0, 0, 0}, /* DescribeProcessingJobResponse */
    {10, 0, 1, 379, 0, 0, 0, 0, 0, 0}, /* DescribeTrainingJobRequest */
    {10, 0, 50, 380, 0, 0, 0, 0, 0, 0}, /* DescribeTrainingJobResponse */
    {0, 3, 0, 0, 0, 0, 0, 0, 0, 4096}, /* DirectoryPath */
    {4, 0, 0, 0, 0, 0, 0, 0, 0, 0}, /* DoubleParameterValue */
    {10, 0, 4, 430, 0, 0, 0, 0, 0, 0}, /* DriftCheckBaselines */
    {10, 0, 3, 434, 0, 0, 0, 0, 0, 0}, /* DriftCheckBias */
    {10, 0, 2, 437, 0, 0, 0, 0, 0, 0}, /* DriftCheckExplainability */
    {10, 0, 2, 439, 0, 0, 0, 0, 0, 0}, /* DriftCheckModelDataQuality */
    {10, 0, 4, 441, 0, 0, 0, 0, 0, 0}, /* EMRServerlessStepMetadata */
    {10, 0, 4, 445, 0, 0, 0, 0, 0, 0}, /* EMRStepMetadata */
    {10, 0, 4, 449, 0, 0, 0, 0, 0, 0}, /* Ec2CapacityReservation */
    {8, 0, 0, 0, 144, 0, 0, 0, 0, 0}, /* Ec2CapacityReservationsList */
    {5, 0, 0, 0, 0, 0, 0, 0, 0, 0}, /* EnableCapture */
    {10, 0, 12, 453, 0, 0, 0, 0, 0, 0}, /* Endpoint */
    {10, 0, 11, 465, 0, 0, 0, 0, 0, 0}, /* EndpointInput */
    {0, 3, 0, 0, 0, 0, 5704, 0, 0, 1024}, /* EntityDescription */
    {0, 3, 0, 0, 0, 0, 2076, 0, 1, 63}, /* EntityName */
    {0, 3, 0, 0, 0, 0, 5738, 0, 0, 1024}, /* EnvironmentKey */
    {9, 3, 0, 0, 18, 151, 0, 0, 0, 100}, /* EnvironmentMap */
    {0, 4, 3, 5761, 0, 0, 0, 0, 0, 0}, /* EvaluationType */
    {0, 0, 0, 0, 0, 0, 0, 0, 0, 0}, /* EvaluatorArn */
    {10, 0, 10, 476, 0, 0, 0, 0, 0, 0}, /* Experiment */
    {10, 0, 4, 486, 0, 0, 0, 0, 0, 0}, /* ExperimentConfig */
    {0, 3, 0, 0, 0, 0, 5912, 0, 1, 120}, /* ExperimentEntityName */
    {10, 0, 2, 490, 0, 0, 0, 0, 0, 0}, /* ExperimentSource */
    {10, 0, 1, 492, 0, 0, 0, 0, 0, 0}, /* Explainability */
    {10, 0, 1, 493, 0, 0, 0, 0, 0, 0}, /* FailStepMetadata */
    {10, 0, 4, 494, 0, 0, 0, 0, 0, 0}, /* FeatureDefinition */
    {8, 0, 0, 0, 161, 0, 0, 0, 0, 0}, /* FeatureDefinitions */
    {10, 0, 16, 498, 0, 0, 0, 0, 0, 0}, /* FeatureGroup */
    {0, 3, 0, 0, 0, 0, 6206, 0, 1, 64}, /* FeatureGroupName */
    {10, 0, 8, 514, 0, 0, 0, 0, 0, 0}, /* FeatureMetadata */
    {10, 0, 3, 522, 0, 0, 0, 0, 0, 0}, /* FileSource */
    {0, 4, 2, 6256, 0, 0, 0, 0, 0, 0}, /* FileSystemAccessMode */
    {10, 0, 4, 525, 0, 0, 0, 0, 0, 0}, /* FileSystemDataSource */
    {0, 3, 0, 0, 0, 0, 6325, 0, 11, 21}, /* FileSystemId */
    {0, 4, 2, 6343, 0, 0, 0, 0, 0, 0}, /* FileSystemType */
    {10, 0, 3, 529, 0, 0, 0, 0, 0, 0}, /* Filter */
    {8, 3, 0, 0, 171, 0, 0, 0, 1, 20}, /* FilterList */
    {0, 3, 0, 0, 0, 0, 854, 0, 1, 1024}, /* FilterValue */
    {10, 0, 3, 532, 0, 0, 0, 0, 0, 0}, /* FinalHyperParameterTuningJobObjectiveMetric */
    {8, 0, 0, 0, 263, 0, 0, 0, 0, 0}, /* FinalMetricDataList */
    {3, 0, 0, 0, 0, 0, 0, 0, 0, 0}, /* Float */
    {10, 0, 2, 535, 0, 0, 0, 0, 0, 0}, /* ForEachSelectorResult */
    {10, 0, 7, 537, 0, 0, 0, 0, 0, 0}, /* ForEachStepMetadata */
    {10, 0, 1, 544, 0, 0, 0, 0, 0, 0}, /* HubAccessConfig */
    {10, 0, 23, 545, 0, 0, 0, 0, 0, 0}, /* HubContent */
    {10, 0, 2, 568, 0, 0, 0, 0, 0, 0}, /* HubContentDependency */
    {8, 0, 0, 0, 181, 0, 0, 0, 0, 0}, /* HubContentDependencyList */
    {10, 0, 2, 570, 0, 0, 0, 0, 0, 0}, /* HubContentStepMetadata */
    {0, 3, 0, 0, 0, 0, 6802, 0, 5, 14}, /* HubContentVersion */
    {0, 3, 0, 0, 0, 0, 6826, 0, 0, 2048}, /* HubDataSetArn */
    {10, 0, 4, 572, 0, 0, 0, 0, 0, 0}, /* HyperParameterAlgorithmSpecification */
    {10, 0, 18, 576, 0, 0, 0, 0, 0, 0}, /* HyperParameterTrainingJobDefinition */
    {8, 0, 0, 0, 187, 0, 0, 0, 0, 0}, /* HyperParameterTrainingJobDefinitions */
    {9, 0, 0, 0, 2, 2, 0, 0, 0, 0}, /* HyperParameterTrainingJobEnvironmentMap */
    {10, 0, 12, 594, 0, 0, 0, 0, 0, 0}, /* HyperParameterTrainingJobSummary */
    {10, 0, 3, 606, 0, 0, 0, 0, 0, 0}, /* HyperParameterTuningInstanceConfig */
    {8, 0, 0, 0, 191, 0, 0, 0, 0, 0}, /* HyperParameterTuningInstanceConfigs */
    {10, 0, 2, 609, 0, 0, 0, 0, 0, 0}, /* HyperParameterTuningJobCompletionDetails */
    {10, 0, 8, 611, 0, 0, 0, 0, 0, 0}, /* HyperParameterTuningJobConfig */
    {10, 0, 1, 619, 0, 0, 0, 0, 0, 0}, /* HyperParameterTuningJobConsumedResources */
    {10, 0, 2, 620, 0, 0, 0, 0, 0, 0}, /* HyperParameterTuningJobObjective */
    {10, 0, 18, 622, 0, 0, 0, 0, 0, 0}, /* HyperParameterTuningJobSearchEntity */
    {10, 0, 1, 640, 0, 0, 0, 0, 0, 0}, /* HyperParameterTuningJobStrategyConfig */
    {10, 0, 2, 641, 0, 0, 0, 0, 0, 0}, /* HyperParameterTuningJobWarmStartConfig */
    {10, 0, 6, 643, 0, 0, 0, 0, 0, 0}, /* HyperParameterTuningResourceConfig */
    {0, 3, 0, 0, 0, 0, 0, 0, 0, 2500}, /* HyperParameterValue */
    {9, 3, 0, 0, 201, 4, 0, 0, 0, 100}, /* HyperParameters */
    {10, 0, 2, 649, 0, 0, 0, 0, 0, 0}, /* HyperbandStrategyConfig */
    {10, 0, 3, 651, 0, 0, 0, 0, 0, 0}, /* IamIdentity */
    {0, 3, 0, 0, 0, 0, 0, 0, 32, 128}, /* IdempotencyToken */
    {10, 0, 2, 654, 0, 0, 0, 0, 0, 0}, /* ImageConfig */
    {0, 4, 2, 8036, 0, 0, 0, 0, 0, 0}, /* IncludedData */
    {10, 0, 1, 656, 0, 0, 0, 0, 0, 0}, /* InferenceExecutionConfig */
    {0, 4, 2, 8057, 0, 0, 0, 0, 0, 0}, /* InferenceExecutionMode */
    {10, 0, 5, 657, 0, 0, 0, 0, 0, 0}, /* InferenceSpecification */
    {10, 0, 1, 662, 0, 0, 0, 0, 0, 0}, /* InfraCheckConfig */
    {8, 3, 0, 0, 55, 0, 0, 0, 1, 20}, /* InputDataConfig */
    {0, 4, 2, 8088, 0, 0, 0, 0, 0, 0}, /* InputMode */
    {10, 0, 3, 663, 0, 0, 0, 0, 0, 0}, /* InstanceGroup */
    {0, 3, 0, 0, 0, 0, 854, 0, 1, 64}, /* InstanceGroupName */
    {8, 3, 0, 0, 215, 0, 0, 0, 0, 5}, /* InstanceGroupNames */
    {8, 3, 0, 0, 214, 0, 0, 0, 0, 5}, /* InstanceGroups */
    {10, 0, 2, 666, 0, 0, 0, 0, 0, 0}, /* InstancePlacementConfig */
    {10, 0, 2, 668, 0, 0, 0, 0, 0, 0}, /* InstancePoolSummary */
    {8, 0, 0, 0, 219, 0, 0, 0, 0, 0}, /* InstancePoolSummaryList */
    {10, 0, 3, 670, 0, 0, 0, 0, 0, 0}, /* InstancePreference */
    {8, 3, 0, 0, 221, 0, 0, 0, 1, 5}, /* InstancePreferenceList */
    {10, 0, 3, 673, 0, 0, 0, 0, 0, 0}, /* IterationContext */
    {10, 0, 14, 676, 0, 0, 0, 0, 0, 0}, /* Job */
    {10, 0, 4, 690, 0, 0, 0, 0, 0, 0}, /* JobSecondaryStatusTransition */
    {8, 0, 0, 0, 225, 0, 0, 0, 0, 0}, /* JobSecondaryStatusTransitions */
    {1, 3, 0, 0, 0, 0, 0, 0, 0, 21600}, /* KeepAlivePeriodInSeconds */
    {0, 3, 0, 0, 0, 0, 8313, 0, 0, 2048}, /* KmsKeyId */
    {10, 0, 2, 694, 0, 0, 0, 0, 0, 0}, /* LambdaStepMetadata */
    {6, 0, 0, 0, 0, 0, 0, 0, 0, 0}, /* LastModifiedTime */
    {10, 0, 2, 696, 0, 0, 0, 0, 0, 0}, /* LastUpdateStatus */
    {10, 0, 4, 698, 0, 0, 0, 0, 0, 0}, /* LineageMetadata */
    {10, 0, 8, 702, 0, 0, 0, 0, 0, 0}, /* ListModelPackageGroupsInput */
    {10, 0, 2, 710, 0, 0, 0, 0, 0, 0}, /* ListModelPackageGroupsOutput */
    {10, 0, 10, 712, 0, 0, 0, 0, 0, 0}, /* ListModelPackagesInput */
    {10, 0, 2, 722, 0, 0, 0, 0, 0, 0}, /* ListModelPackagesOutput */
    {10, 0, 7, 724, 0, 0, 0, 0, 0, 0}, /* ListModelsInput */
    {10, 0, 2, 731, 0, 0, 0, 0, 0, 0}, /* ListModelsOutput */
    {10, 0, 4, 733, 0, 0, 0, 0, 0, 0}, /* ListPipelineExecutionStepsRequest */
    {10, 0, 2, 737, 0, 0, 0, 0, 0, 0}, /* ListPipelineExecutionStepsResponse */
    {10, 0, 8, 739, 0, 0, 0, 0, 0, 0}, /* ListPipelineExecutionsRequest */
    {10, 0, 2, 747, 0, 0, 0, 0, 0, 0}, /* ListPipelineExecutionsResponse */
    {10, 0, 3, 749, 0, 0, 0, 0, 0, 0}, /* ListPipelineParametersForExecutionRequest */
    {10, 0, 2, 752, 0, 0, 0, 0, 0, 0}, /* ListPipelineParametersForExecutionResponse */
    {10, 0, 8, 754, 0, 0, 0, 0, 0, 0}, /* ListPipelinesRequest */
    {10, 0, 2, 762, 0, 0, 0, 0, 0, 0}, /* ListPipelinesResponse */
    {10, 0, 10, 764, 0, 0, 0, 0, 0, 0}, /* ListProcessingJobsRequest */
    {10, 0, 2, 774, 0, 0, 0, 0, 0, 0}, /* ListProcessingJobsResponse */
    {10, 0, 3, 776, 0, 0, 0, 0, 0, 0}, /* ListTagsInput */
    {1, 1, 0, 0, 0, 0, 0, 0, 50, 0}, /* ListTagsMaxResults */
    {10, 0, 2, 779, 0, 0, 0, 0, 0, 0}, /* ListTagsOutput */
    {10, 0, 12, 781, 0, 0, 0, 0, 0, 0}, /* ListTrainingJobsRequest */
    {10, 0, 2, 793, 0, 0, 0, 0, 0, 0}, /* ListTrainingJobsResponse */
    {10, 0, 2, 795, 0, 0, 0, 0, 0, 0}, /* MLflowConfiguration */
    {10, 0, 1, 797, 0, 0, 0, 0, 0, 0}, /* ManagedConfiguration */
    {0, 4, 1, 8911, 0, 0, 0, 0, 0, 0}, /* ManagedStorageType */
    {1, 1, 0, 0, 0, 0, 0, 0, 0, 0}, /* MaxConcurrentTransforms */
    {1, 1, 0, 0, 0, 0, 0, 0, 1, 0}, /* MaxParallelExecutionSteps */
    {1, 3, 0, 0, 0, 0, 0, 0, 1800, 2419200}, /* MaxPendingTimeInSeconds */
    {1, 3, 0, 0, 0, 0, 0, 0, 1, 100}, /* MaxResults */
    {1, 3, 0, 0, 0, 0, 0, 0, 1, 30}, /* MaximumRetryAttempts */
    {10, 0, 4, 798, 0, 0, 0, 0, 0, 0}, /* MetadataProperties */
    {10, 0, 3, 802, 0, 0, 0, 0, 0, 0}, /* MetricData */
    {10, 0, 2, 805, 0, 0, 0, 0, 0, 0}, /* MetricDefinition */
    {8, 3, 0, 0, 264, 0, 0, 0, 0, 40}, /* MetricDefinitionList */
    {0, 3, 0, 0, 0, 0, 854, 0, 1, 255}, /* MetricName */
    {1, 0, 0, 0, 0, 0, 0, 0, 0, 0}, /* MetricPublishFrequencyInSeconds */
    {0, 3, 0, 0, 0, 0, 854, 0, 1, 500}, /* MetricRegex */
    {10, 0, 2, 807, 0, 0, 0, 0, 0, 0}, /* MetricsEndpoint */
    {8, 3, 0, 0, 269, 0, 0, 0, 0, 1}, /* MetricsEndpointList */
    {0, 3, 0, 0, 0, 0, 9032, 0, 0, 256}, /* MetricsEndpointPath */
    {10, 0, 3, 809, 0, 0, 0, 0, 0, 0}, /* MetricsSource */
    {0, 3, 0, 0, 0, 0, 9061, 0, 0, 2048}, /* MlFlowResourceArn */
    {10, 0, 3, 812, 0, 0, 0, 0, 0, 0}, /* MlflowConfig */
    {10, 0, 2, 815, 0, 0, 0, 0, 0, 0}, /* MlflowDetails */
    {10, 0, 11, 817, 0, 0, 0, 0, 0, 0}, /* Model */
    {10, 0, 1, 828, 0, 0, 0, 0, 0, 0}, /* ModelAccessConfig */
    {0, 4, 3, 9186, 0, 0, 0, 0, 0, 0}, /* ModelApprovalStatus */
    {10, 0, 1, 829, 0, 0, 0, 0, 0, 0}, /* ModelArtifacts */
    {0, 4, 2, 9243, 0, 0, 0, 0, 0, 0}, /* ModelCacheSetting */
    {10, 0, 14, 830, 0, 0, 0, 0, 0, 0}, /* ModelCard */
    {0, 3, 0, 0, 0, 0, 0, 0, 0, 100000}, /* ModelCardContent */
    {10, 0, 1, 844, 0, 0, 0, 0, 0, 0}, /* ModelCardSecurityConfig */
    {0, 4, 4, 9347, 0, 0, 0, 0, 0, 0}, /* ModelCardStatus */
    {10, 0, 2, 845, 0, 0, 0, 0, 0, 0}, /* ModelClientConfig */
    {10, 0, 5, 847, 0, 0, 0, 0, 0, 0}, /* ModelDashboardEndpoint */
    {8, 0, 0, 0, 286, 0, 0, 0, 0, 0}, /* ModelDashboardEndpoints */
    {10, 0, 1, 852, 0, 0, 0, 0, 0, 0}, /* ModelDashboardIndicatorAction */
    {10, 0, 5, 853, 0, 0, 0, 0, 0, 0}, /* ModelDashboardModel */
    {10, 0, 12, 858, 0, 0, 0, 0, 0, 0}, /* ModelDashboardModelCard */
    {10, 0, 12, 870, 0, 0, 0, 0, 0, 0}, /* ModelDashboardMonitoringSchedule */
    {8, 0, 0, 0, 291, 0, 0, 0, 0, 0}, /* ModelDashboardMonitoringSchedules */
    {10, 0, 1, 882, 0, 0, 0, 0, 0, 0}, /* ModelDataSource */
    {10, 0, 1, 883, 0, 0, 0, 0, 0, 0}, /* ModelInput */
    {10, 0, 3, 884, 0, 0, 0, 0, 0, 0}, /* ModelLifeCycle */
    {10, 0, 4, 887, 0, 0, 0, 0, 0, 0}, /* ModelMetrics */
    {0, 3, 0, 0, 0, 0, 9696, 0, 0, 63}, /* ModelName */
    {0, 3, 0, 0, 0, 0, 1802, 0, 0, 63}, /* ModelNameContains */
    {10, 0, 32, 891, 0, 0, 0, 0, 0, 0}, /* ModelPackage */
    {0, 3, 0, 0, 0, 0, 9736, 0, 1, 2048}, /* ModelPackageArn */
    {10, 0, 2, 923, 0, 0, 0, 0, 0, 0}, /* ModelPackageConfig */
    {10, 0, 16, 925, 0, 0, 0, 0, 0, 0}, /* ModelPackageContainerDefinition */
    {8, 3, 0, 0, 302, 0, 0, 0, 1, 15}, /* ModelPackageContainerDefinitionList */
    {0, 3, 0, 0, 0, 0, 9975, 0, 3, 10}, /* ModelPackageFrameworkVersion */
    {10, 0, 7, 941, 0, 0, 0, 0, 0, 0}, /* ModelPackageGroup */
    {0, 3, 0, 0, 0, 0, 9997, 0, 1, 2048}, /* ModelPackageGroupArn */
    {0, 4, 2, 10083, 0, 0, 0, 0, 0, 0}, /* ModelPackageGroupSortBy */
    {10, 0, 6, 948, 0, 0, 0, 0, 0, 0}, /* ModelPackageGroupSummary */
    {8, 0, 0, 0, 308, 0, 0, 0, 0, 0}, /* ModelPackageGroupSummaryList */
    {10, 0, 2, 954, 0, 0, 0, 0, 0, 0}, /* ModelPackageModelCard */
    {0, 4, 2, 10118, 0, 0, 0, 0, 0, 0}, /* ModelPackageRegistrationType */
    {10, 0, 1, 956, 0, 0, 0, 0, 0, 0}, /* ModelPackageSecurityConfig */
    {0, 3, 0, 0, 0, 0, 10136, 0, 0, 1024}, /* ModelPackageSourceUri */
    {10, 0, 2, 957, 0, 0, 0, 0, 0, 0}, /* ModelPackageStatusDetails */
    {10, 0, 3, 959, 0, 0, 0, 0, 0, 0}, /* ModelPackageStatusItem */
    {8, 0, 0, 0, 315, 0, 0, 0, 0, 0}, /* ModelPackageStatusItemList */
    {10, 0, 10, 962, 0, 0, 0, 0, 0, 0}, /* ModelPackageSummary */
    {8, 0, 0, 0, 317, 0, 0, 0, 0, 0}, /* ModelPackageSummaryList */
    {0, 4, 3, 10209, 0, 0, 0, 0, 0, 0}, /* ModelPackageType */
    {10, 0, 2, 972, 0, 0, 0, 0, 0, 0}, /* ModelPackageValidationProfile */
    {8, 3, 0, 0, 320, 0, 0, 0, 0, 1}, /* ModelPackageValidationProfiles */
    {10, 0, 2, 974, 0, 0, 0, 0, 0, 0}, /* ModelPackageValidationSpecification */
    {10, 0, 1, 976, 0, 0, 0, 0, 0, 0}, /* ModelStepMetadata */
    {10, 0, 3, 977, 0, 0, 0, 0, 0, 0}, /* ModelSummary */
    {8, 0, 0, 0, 324, 0, 0, 0, 0, 0}, /* ModelSummaryList */
    {10, 0, 1, 980, 0, 0, 0, 0, 0, 0}, /* MonitoringAlertActions */
    {10, 0, 7, 981, 0, 0, 0, 0, 0, 0}, /* MonitoringAlertSummary */
    {8, 0, 0, 0, 327, 0, 0, 0, 0, 0}, /* MonitoringAlertSummaryList */
    {10, 0, 5, 988, 0, 0, 0, 0, 0, 0}, /* MonitoringAppSpecification */
    {10, 0, 3, 993, 0, 0, 0, 0, 0, 0}, /* MonitoringBaselineConfig */
    {10, 0, 4, 996, 0, 0, 0, 0, 0, 0}, /* MonitoringClusterConfig */
    {10, 0, 1, 1000, 0, 0, 0, 0, 0, 0}, /* MonitoringConstraintsResource */
    {10, 0, 1, 1001, 0, 0, 0, 0, 0, 0}, /* MonitoringCsvDatasetFormat */
    {10, 0, 3, 1002, 0, 0, 0, 0, 0, 0}, /* MonitoringDatasetFormat */
    {9, 0, 0, 0, 4, 402, 0, 0, 0, 0}, /* MonitoringEnvironmentMap */
    {10, 0, 10, 1005, 0, 0, 0, 0, 0, 0}, /* MonitoringExecutionSummary */
    {10, 0, 2, 1015, 0, 0, 0, 0, 0, 0}, /* MonitoringInput */
    {8, 0, 0, 0, 337, 0, 0, 0, 0, 0}, /* MonitoringInputs */
    {10, 0, 9, 1017, 0, 0, 0, 0, 0, 0}, /* MonitoringJobDefinition */
    {10, 0, 1, 1026, 0, 0, 0, 0, 0, 0}, /* MonitoringJsonDatasetFormat */
    {10, 0, 1, 1027, 0, 0, 0, 0, 0, 0}, /* MonitoringOutput */
    {10, 0, 2, 1028, 0, 0, 0, 0, 0, 0}, /* MonitoringOutputConfig */
    {8, 0, 0, 0, 341, 0, 0, 0, 0, 0}, /* MonitoringOutputs */
    {10, 0, 1, 1030, 0, 0, 0, 0, 0, 0}, /* MonitoringResources */
    {10, 0, 3, 1031, 0, 0, 0, 0, 0, 0}, /* MonitoringS3Output */
    {10, 0, 11, 1034, 0, 0, 0, 0, 0, 0}, /* MonitoringSchedule */
    {10, 0, 4, 1045, 0, 0, 0, 0, 0, 0}, /* MonitoringScheduleConfig */
    {8, 0, 0, 0, 346, 0, 0, 0, 0, 0}, /* MonitoringScheduleList */
    {10, 0, 1, 1049, 0, 0, 0, 0, 0, 0}, /* MonitoringStoppingCondition */
    {10, 0, 1, 1050, 0, 0, 0, 0, 0, 0}, /* MultiModelConfig */
    {0, 3, 0, 0, 0, 0, 10865, 0, 0, 63}, /* NameContains */
    {10, 0, 2, 1051, 0, 0, 0, 0, 0, 0}, /* NestedFilters */
    {8, 3, 0, 0, 352, 0, 0, 0, 1, 20}, /* NestedFiltersList */
    {10, 0, 3, 1053, 0, 0, 0, 0, 0, 0}, /* NetworkConfig */
    {0, 3, 0, 0, 0, 0, 0, 0, 0, 8192}, /* NextToken */
    {10, 0, 3, 1056, 0, 0, 0, 0, 0, 0}, /* ObjectiveStatusCounters */
    {10, 0, 4, 1059, 0, 0, 0, 0, 0, 0}, /* OfflineStoreConfig */
    {10, 0, 2, 1063, 0, 0, 0, 0, 0, 0}, /* OfflineStoreStatus */
    {10, 0, 4, 1065, 0, 0, 0, 0, 0, 0}, /* OnlineStoreConfig */
    {0, 4, 10, 11059, 0, 0, 0, 0, 0, 0}, /* Operator */
    {0, 4, 2, 11165, 0, 0, 0, 0, 0, 0}, /* OrderKey */
    {0, 4, 2, 11186, 0, 0, 0, 0, 0, 0}, /* OutputCompressionType */
    {10, 0, 3, 1069, 0, 0, 0, 0, 0, 0}, /* OutputDataConfig */
    {10, 0, 2, 1072, 0, 0, 0, 0, 0, 0}, /* OutputParameter */
    {8, 0, 0, 0, 364, 0, 0, 0, 0, 0}, /* OutputParameterList */
    {10, 0, 1, 1074, 0, 0, 0, 0, 0, 0}, /* ParallelismConfiguration */
    {10, 0, 2, 1075, 0, 0, 0, 0, 0, 0}, /* Parameter */
    {8, 3, 0, 0, 367, 0, 0, 0, 0, 200}, /* ParameterList */
    {10, 0, 4, 1077, 0, 0, 0, 0, 0, 0}, /* ParameterRanges */
    {10, 0, 2, 1081, 0, 0, 0, 0, 0, 0}, /* Parent */
    {10, 0, 1, 1083, 0, 0, 0, 0, 0, 0}, /* ParentHyperParameterTuningJob */
    {8, 0, 0, 0, 371, 0, 0, 0, 0, 0}, /* ParentHyperParameterTuningJobs */
    {8, 0, 0, 0, 370, 0, 0, 0, 0, 0}, /* Parents */
    {0, 4, 1, 11317, 0, 0, 0, 0, 0, 0}, /* Peft */
    {10, 0, 13, 1084, 0, 0, 0, 0, 0, 0}, /* Pipeline */
    {0, 3, 0, 0, 0, 0, 0, 0, 1, 1048576}, /* PipelineDefinition */
    {10, 0, 3, 1097, 0, 0, 0, 0, 0, 0}, /* PipelineDefinitionS3Location */
    {0, 3, 0, 0, 0, 0, 0, 0, 0, 3072}, /* PipelineDescription */
    {10, 0, 16, 1100, 0, 0, 0, 0, 0, 0}, /* PipelineExecution */
    {0, 3, 0, 0, 0, 0, 11349, 0, 0, 2048}, /* PipelineExecutionArn */
    {0, 3, 0, 0, 0, 0, 11425, 0, 1, 82}, /* PipelineExecutionName */
    {10, 0, 12, 1116, 0, 0, 0, 0, 0, 0}, /* PipelineExecutionStep */
    {8, 0, 0, 0, 382, 0, 0, 0, 0, 0}, /* PipelineExecutionStepList */
    {10, 0, 28, 1128, 0, 0, 0, 0, 0, 0}, /* PipelineExecutionStepMetadata */
    {10, 0, 7, 1156, 0, 0, 0, 0, 0, 0}, /* PipelineExecutionSummary */
    {8, 0, 0, 0, 385, 0, 0, 0, 0, 0}, /* PipelineExecutionSummaryList */
    {10, 0, 2, 1163, 0, 0, 0, 0, 0, 0}, /* PipelineExperimentConfig */
    {0, 4, 2, 11949, 0, 0, 0, 0, 0, 0}, /* PipelineManagedBy */
    {0, 3, 0, 0, 0, 0, 11962, 0, 1, 256}, /* PipelineName */
    {0, 3, 0, 0, 0, 0, 11996, 0, 1, 2048}, /* PipelineNameOrArn */
    {0, 3, 0, 0, 0, 0, 12100, 0, 1, 256}, /* PipelineParameterName */
    {10, 0, 8, 1165, 0, 0, 0, 0, 0, 0}, /* PipelineSummary */
    {8, 0, 0, 0, 392, 0, 0, 0, 0, 0}, /* PipelineSummaryList */
    {10, 0, 12, 1173, 0, 0, 0, 0, 0, 0}, /* PipelineVersion */
    {0, 3, 0, 0, 0, 0, 12244, 0, 1, 128}, /* PipelineVersionAlias */
    {8, 3, 0, 0, 395, 0, 0, 0, 0, 10}, /* PipelineVersionAliasList */
    {2, 1, 0, 0, 0, 0, 0, 0, 1, 0}, /* PipelineVersionId */
    {10, 0, 2, 1185, 0, 0, 0, 0, 0, 0}, /* PlacementSpecification */
    {8, 3, 0, 0, 398, 0, 0, 0, 0, 10}, /* PlacementSpecifications */
    {10, 0, 2, 1187, 0, 0, 0, 0, 0, 0}, /* PrefixAwareRoutingConfig */
    {10, 0, 7, 1189, 0, 0, 0, 0, 0, 0}, /* ProcessingClusterConfig */
    {0, 3, 0, 0, 0, 0, 5738, 0, 0, 256}, /* ProcessingEnvironmentKey */
    {9, 3, 0, 0, 4, 402, 0, 0, 0, 100}, /* ProcessingEnvironmentMap */
    {10, 0, 1, 1196, 0, 0, 0, 0, 0, 0}, /* ProcessingFeatureStoreOutput */
    {10, 0, 4, 1197, 0, 0, 0, 0, 0, 0}, /* ProcessingInput */
    {8, 3, 0, 0, 405, 0, 0, 0, 0, 10}, /* ProcessingInputs */
    {10, 0, 2, 1201, 0, 0, 0, 0, 0, 0}, /* ProcessingInstancePreference */
    {8, 3, 0, 0, 407, 0, 0, 0, 1, 5}, /* ProcessingInstancePreferenceList */
    {0, 4, 207, 12425, 0, 0, 0, 0, 0, 0}, /* ProcessingInstanceType */
    {10, 0, 22, 1203, 0, 0, 0, 0, 0, 0}, /* ProcessingJob */
    {0, 4, 5, 15670, 0, 0, 0, 0, 0, 0}, /* ProcessingJobStatus */
    {8, 0, 0, 0, 413, 0, 0, 0, 0, 0}, /* ProcessingJobSummaries */
    {10, 0, 8, 1225, 0, 0, 0, 0, 0, 0}, /* ProcessingJobSummary */
    {1, 3, 0, 0, 0, 0, 0, 0, 1, 777600}, /* ProcessingMaxRuntimeInSeconds */
    {10, 0, 4, 1233, 0, 0, 0, 0, 0, 0}, /* ProcessingOutput */
    {10, 0, 2, 1237, 0, 0, 0, 0, 0, 0}, /* ProcessingOutputConfig */
    {8, 3, 0, 0, 415, 0, 0, 0, 0, 10}, /* ProcessingOutputs */
    {10, 0, 1, 1239, 0, 0, 0, 0, 0, 0}, /* ProcessingResources */
    {0, 4, 2, 15753, 0, 0, 0, 0, 0, 0}, /* ProcessingS3DataType */
    {10, 0, 6, 1240, 0, 0, 0, 0, 0, 0}, /* ProcessingS3Input */
    {10, 0, 3, 1246, 0, 0, 0, 0, 0, 0}, /* ProcessingS3Output */
    {0, 4, 2, 15821, 0, 0, 0, 0, 0, 0}, /* ProcessingS3UploadMode */
    {10, 0, 1, 1249, 0, 0, 0, 0, 0, 0}, /* ProcessingStoppingCondition */
    {1, 3, 0, 0, 0, 0, 0, 0, 1, 16384}, /* ProcessingVolumeSizeInGB */
    {0, 3, 0, 0, 0, 0, 15841, 0, 0, 256}, /* ProductId */
    {10, 0, 6, 1250, 0, 0, 0, 0, 0, 0}, /* ProductionVariantCapacityReservationSummary */
    {0, 4, 277, 15940, 0, 0, 0, 0, 0, 0}, /* ProductionVariantInstanceType */
    {10, 0, 4, 1256, 0, 0, 0, 0, 0, 0}, /* ProductionVariantManagedInstanceScaling */
    {10, 0, 3, 1260, 0, 0, 0, 0, 0, 0}, /* ProductionVariantManagedInstanceScalingScaleInPolicy */
    {10, 0, 2, 1263, 0, 0, 0, 0, 0, 0}, /* ProductionVariantRoutingConfig */
    {10, 0, 3, 1265, 0, 0, 0, 0, 0, 0}, /* ProductionVariantServerlessConfig */
    {10, 0, 3, 1268, 0, 0, 0, 0, 0, 0}, /* ProductionVariantStatus */
    {8, 0, 0, 0, 432, 0, 0, 0, 0, 0}, /* ProductionVariantStatusList */
    {10, 0, 14, 1271, 0, 0, 0, 0, 0, 0}, /* ProductionVariantSummary */
    {8, 0, 0, 0, 434, 0, 0, 0, 0, 0}, /* ProductionVariantSummaryList */
    {10, 0, 4, 1285, 0, 0, 0, 0, 0, 0}, /* ProfilerConfig */
    {2, 0, 0, 0, 0, 0, 0, 0, 0, 0}, /* ProfilingIntervalInMilliseconds */
    {10, 0, 13, 1289, 0, 0, 0, 0, 0, 0}, /* Project */
    {10, 0, 10, 1302, 0, 0, 0, 0, 0, 0}, /* QualityCheckStepMetadata */
    {10, 0, 3, 1312, 0, 0, 0, 0, 0, 0}, /* RealTimeInferenceRecommendation */
    {8, 0, 0, 0, 440, 0, 0, 0, 0, 0}, /* RealTimeInferenceRecommendations */
    {8, 0, 0, 0, 427, 0, 0, 0, 0, 0}, /* RealtimeInferenceInstanceTypes */
    {0, 4, 2, 20849, 0, 0, 0, 0, 0, 0}, /* RecordWrapper */
    {0, 3, 0, 0, 0, 0, 0, 0, 1, 63}, /* RedshiftClusterId */
    {0, 3, 0, 0, 0, 0, 0, 0, 1, 64}, /* RedshiftDatabase */
    {10, 0, 9, 1315, 0, 0, 0, 0, 0, 0}, /* RedshiftDatasetDefinition */
    {0, 4, 5, 20885, 0, 0, 0, 0, 0, 0}, /* RedshiftResultCompressionType */
    {0, 4, 2, 20913, 0, 0, 0, 0, 0, 0}, /* RedshiftResultFormat */
    {0, 3, 0, 0, 0, 0, 0, 0, 1, 128}, /* RedshiftUserName */
    {10, 0, 1, 1324, 0, 0, 0, 0, 0, 0}, /* RemoteDebugConfig */
    {0, 4, 2, 20943, 0, 0, 0, 0, 0, 0}, /* RepositoryAccessMode */
    {10, 0, 1, 1325, 0, 0, 0, 0, 0, 0}, /* RepositoryAuthConfig */
    {0, 3, 0, 0, 0, 0, 0, 0, 1, 2048}, /* RepositoryCredentialsProviderArn */
    {0, 3, 0, 0, 0, 0, 20989, 0, 0, 256}, /* ResourceArn */
    {10, 0, 11, 1326, 0, 0, 0, 0, 0, 0}, /* ResourceConfig */
    {10, 0, 3, 1337, 0, 0, 0, 0, 0, 0}, /* ResourceLimits */
    {0, 4, 20, 21166, 0, 0, 0, 0, 0, 0}, /* ResourceType */
    {0, 3, 0, 0, 0, 0, 21424, 0, 0, 1024}, /* ResponseMIMEType */
    {8, 0, 0, 0, 458, 0, 0, 0, 0, 0}, /* ResponseMIMETypes */
    {10, 0, 3, 1340, 0, 0, 0, 0, 0, 0}, /* RetryPipelineExecutionRequest */
    {10, 0, 1, 1343, 0, 0, 0, 0, 0, 0}, /* RetryPipelineExecutionResponse */
    {10, 0, 1, 1344, 0, 0, 0, 0, 0, 0}, /* RetryStrategy */
    {0, 3, 0, 0, 0, 0, 21456, 0, 20, 2048}, /* RoleArn */
    {9, 3, 0, 0, 4, 66, 0, 0, 0, 100}, /* RuleParameters */
    {10, 0, 7, 1345, 0, 0, 0, 0, 0, 0}, /* S3DataSource */
    {0, 4, 4, 21632, 0, 0, 0, 0, 0, 0}, /* S3DataType */
    {10, 0, 8, 1352, 0, 0, 0, 0, 0, 0}, /* S3ModelDataSource */
    {0, 4, 2, 21712, 0, 0, 0, 0, 0, 0}, /* S3ModelDataType */
    {0, 3, 0, 0, 0, 0, 21730, 0, 0, 1024}, /* S3ModelUri */
    {10, 0, 3, 1360, 0, 0, 0, 0, 0, 0}, /* S3StorageConfig */
    {10, 0, 3, 1363, 0, 0, 0, 0, 0, 0}, /* ScheduleConfig */
    {10, 0, 4, 1366, 0, 0, 0, 0, 0, 0}, /* SearchExpression */
    {8, 3, 0, 0, 472, 0, 0, 0, 1, 20}, /* SearchExpressionList */
    {10, 0, 18, 1370, 0, 0, 0, 0, 0, 0}, /* SearchRecord */
    {10, 0, 8, 1388, 0, 0, 0, 0, 0, 0}, /* SearchRequest */
    {10, 0, 3, 1396, 0, 0, 0, 0, 0, 0}, /* SearchResponse */
    {8, 0, 0, 0, 474, 0, 0, 0, 0, 0}, /* SearchResultsList */
    {10, 0, 4, 1399, 0, 0, 0, 0, 0, 0}, /* SecondaryStatusTransition */
    {8, 0, 0, 0, 478, 0, 0, 0, 0, 0}, /* SecondaryStatusTransitions */
    {0, 3, 0, 0, 0, 0, 22099, 0, 0, 32}, /* SecurityGroupId */
    {10, 0, 1, 1403, 0, 0, 0, 0, 0, 0}, /* SelectedStep */
    {8, 3, 0, 0, 481, 0, 0, 0, 1, 50}, /* SelectedStepList */
    {10, 0, 2, 1404, 0, 0, 0, 0, 0, 0}, /* SelectiveExecutionConfig */
    {0, 3, 0, 0, 0, 0, 22127, 0, 1, 50}, /* SequenceLength */
    {0, 3, 0, 0, 0, 0, 22132, 0, 1, 2048}, /* ServerlessJobBaseModelArn */
    {10, 0, 8, 1406, 0, 0, 0, 0, 0, 0}, /* ServerlessJobConfig */
    {0, 4, 2, 22399, 0, 0, 0, 0, 0, 0}, /* ServerlessJobType */
    {10, 0, 2, 1414, 0, 0, 0, 0, 0, 0}, /* ServiceCatalogProvisionedProductDetails */
    {10, 0, 4, 1416, 0, 0, 0, 0, 0, 0}, /* ServiceCatalogProvisioningDetails */
    {10, 0, 1, 1420, 0, 0, 0, 0, 0, 0}, /* SessionChainingConfig */
    {10, 0, 1, 1421, 0, 0, 0, 0, 0, 0}, /* ShuffleConfig */
    {0, 4, 2, 22557, 0, 0, 0, 0, 0, 0}, /* SkipModelValidation */
    {0, 4, 3, 22566, 0, 0, 0, 0, 0, 0}, /* SortBy */
    {0, 4, 2, 22591, 0, 0, 0, 0, 0, 0}, /* SortPipelineExecutionsBy */
    {10, 0, 4, 1422, 0, 0, 0, 0, 0, 0}, /* SourceAlgorithm */
    {8, 3, 0, 0, 495, 0, 0, 0, 1, 1}, /* SourceAlgorithmList */
    {10, 0, 1, 1426, 0, 0, 0, 0, 0, 0}, /* SourceAlgorithmSpecification */
    {0, 4, 4, 22642, 0, 0, 0, 0, 0, 0}, /* SplitType */
    {0, 3, 0, 0, 0, 0, 22670, 0, 0, 1024}, /* StageDescription */
    {10, 0, 11, 1427, 0, 0, 0, 0, 0, 0}, /* StartPipelineExecutionRequest */
    {10, 0, 2, 1438, 0, 0, 0, 0, 0, 0}, /* StopPipelineExecutionRequest */
    {10, 0, 3, 1440, 0, 0, 0, 0, 0, 0}, /* StoppingCondition */
    {8, 3, 0, 0, 480, 0, 0, 0, 1, 16}, /* Subnets */
    {10, 0, 2, 1443, 0, 0, 0, 0, 0, 0}, /* Tag */
    {0, 3, 0, 0, 0, 0, 22725, 0, 1, 128}, /* TagKey */
    {8, 3, 0, 0, 505, 0, 0, 0, 1, 50}, /* TagKeyList */
    {8, 3, 0, 0, 504, 0, 0, 0, 0, 50}, /* TagList */
    {0, 3, 0, 0, 0, 0, 22725, 0, 0, 256}, /* TagValue */
    {10, 0, 1, 1445, 0, 0, 0, 0, 0, 0}, /* TemplateProviderDetail */
    {8, 0, 0, 0, 509, 0, 0, 0, 0, 0}, /* TemplateProviderDetailList */
    {10, 0, 2, 1446, 0, 0, 0, 0, 0, 0}, /* TensorBoardOutputConfig */
    {10, 0, 2, 1448, 0, 0, 0, 0, 0, 0}, /* TotalHits */
    {0, 3, 0, 0, 0, 0, 5738, 0, 0, 512}, /* TrainingEnvironmentKey */
    {9, 3, 0, 0, 515, 513, 0, 0, 0, 100}, /* TrainingEnvironmentMap */
    {0, 3, 0, 0, 0, 0, 0, 0, 0, 512}, /* TrainingEnvironmentValue */
    {10, 0, 2, 1450, 0, 0, 0, 0, 0, 0}, /* TrainingImageConfig */
    {0, 4, 3, 22848, 0, 0, 0, 0, 0, 0}, /* TrainingInputMode */
    {0, 4, 225, 22867, 0, 0, 0, 0, 0, 0}, /* TrainingInstanceType */
    {10, 0, 41, 1452, 0, 0, 0, 0, 0, 0}, /* TrainingJob */
    {0, 4, 6, 26415, 0, 0, 0, 0, 0, 0}, /* TrainingJobStatus */
    {10, 0, 5, 1493, 0, 0, 0, 0, 0, 0}, /* TrainingJobStatusCounters */
    {8, 0, 0, 0, 523, 0, 0, 0, 0, 0}, /* TrainingJobSummaries */
    {10, 0, 9, 1498, 0, 0, 0, 0, 0, 0}, /* TrainingJobSummary */
    {0, 3, 0, 0, 0, 0, 26531, 0, 50, 2048}, /* TrainingPlanArn */
    {8, 3, 0, 0, 524, 0, 0, 0, 1, 1}, /* TrainingPlanArnList */
    {10, 0, 4, 1507, 0, 0, 0, 0, 0, 0}, /* TrainingProgressInfo */
    {10, 0, 1, 1511, 0, 0, 0, 0, 0, 0}, /* TrainingRepositoryAuthConfig */
    {0, 3, 0, 0, 0, 0, 26694, 0, 1, 2048}, /* TrainingRepositoryCredentialsProviderArn */
    {0, 3, 0, 0, 0, 0, 26757, 0, 1, 63}, /* TransformAmiVersion */
    {10, 0, 1, 1512, 0, 0, 0, 0, 0, 0}, /* TransformDataSource */
    {0, 3, 0, 0, 0, 0, 26786, 0, 0, 1024}, /* TransformEnvironmentKey */
    {9, 3, 0, 0, 533, 531, 0, 0, 0, 16}, /* TransformEnvironmentMap */
    {0, 3, 0, 0, 0, 0, 0, 0, 0, 10240}, /* TransformEnvironmentValue */
    {10, 0, 4, 1513, 0, 0, 0, 0, 0, 0}, /* TransformInput */
    {0, 4, 116, 26826, 0, 0, 0, 0, 0, 0}, /* TransformInstanceType */
    {8, 1, 0, 0, 535, 0, 0, 0, 1, 0}, /* TransformInstanceTypes */
    {10, 0, 22, 1517, 0, 0, 0, 0, 0, 0}, /* TransformJob */
    {10, 0, 7, 1539, 0, 0, 0, 0, 0, 0}, /* TransformJobDefinition */
    {10, 0, 4, 1546, 0, 0, 0, 0, 0, 0}, /* TransformOutput */
    {10, 0, 4, 1550, 0, 0, 0, 0, 0, 0}, /* TransformResources */
    {10, 0, 2, 1554, 0, 0, 0, 0, 0, 0}, /* TransformS3DataSource */
    {10, 0, 12, 1556, 0, 0, 0, 0, 0, 0}, /* Trial */
    {10, 0, 21, 1568, 0, 0, 0, 0, 0, 0}, /* TrialComponent */
    {10, 0, 2, 1589, 0, 0, 0, 0, 0, 0}, /* TrialComponentArtifact */
    {9, 0, 0, 0, 544, 2, 0, 0, 0, 0}, /* TrialComponentArtifacts */
    {8, 0, 0, 0, 547, 0, 0, 0, 0, 0}, /* TrialComponentMetricSummaries */
    {10, 0, 9, 1591, 0, 0, 0, 0, 0, 0}, /* TrialComponentMetricSummary */
    {10, 0, 2, 1600, 0, 0, 0, 0, 0, 0}, /* TrialComponentParameterValue */
    {9, 0, 0, 0, 548, 2, 0, 0, 0, 0}, /* TrialComponentParameters */
    {8, 0, 0, 0, 551, 0, 0, 0, 0, 0}, /* TrialComponentSimpleSummaries */
    {10, 0, 5, 1602, 0, 0, 0, 0, 0, 0}, /* TrialComponentSimpleSummary */
    {10, 0, 4, 1607, 0, 0, 0, 0, 0, 0}, /* TrialComponentSourceDetail */
    {10, 0, 2, 1611, 0, 0, 0, 0, 0, 0}, /* TrialComponentStatus */
    {10, 0, 2, 1613, 0, 0, 0, 0, 0, 0}, /* TtlDuration */
    {10, 0, 3, 1615, 0, 0, 0, 0, 0, 0}, /* TuningJobCompletionCriteria */
    {10, 0, 12, 1618, 0, 0, 0, 0, 0, 0}, /* UpdateModelPackageInput */
    {10, 0, 4, 1630, 0, 0, 0, 0, 0, 0}, /* UpdatePipelineExecutionRequest */
    {10, 0, 8, 1634, 0, 0, 0, 0, 0, 0}, /* UpdatePipelineRequest */
    {10, 0, 2, 1642, 0, 0, 0, 0, 0, 0}, /* UpdatePipelineResponse */
    {10, 0, 4, 1644, 0, 0, 0, 0, 0, 0}, /* UserContext */
    {10, 0, 1, 1648, 0, 0, 0, 0, 0, 0}, /* VectorConfig */
    {0, 3, 0, 0, 0, 0, 29295, 0, 1, 176}, /* VersionedArnOrName */
    {10, 0, 2, 1649, 0, 0, 0, 0, 0, 0}, /* VisibilityConditions */
    {8, 3, 0, 0, 563, 0, 0, 0, 1, 5}, /* VisibilityConditionsList */
    {10, 0, 2, 1651, 0, 0, 0, 0, 0, 0}, /* VpcConfig */
    {8, 3, 0, 0, 480, 0, 0, 0, 1, 5}, /* VpcSecurityGroupIds */
    {0, 4, 4, 29436, 0, 0, 0, 0, 0, 0}, /* WarmPoolResourceStatus */
    {10, 0, 3, 1653, 0, 0, 0, 0, 0, 0}, /* WarmPoolStatus */
};

static const struct shape_member members[] = {
    {1, 0, 0, 3, 0, 0}, /* AcceleratorPartitionTypes */
    {27, 0, 0, 454, 1, 1}, /* ResourceArn */
    {39, 0, 0, 507, 1, 1}, /* Tags */
    {39, 0, 0, 507, 0, 0}, /* Tags */
    {44, 0, 0, 150, 1, 0}, /* Name */
    {49, 0, 0, 149, 0, 0}, /* Description */
    {61, 0, 0, 303, 1, 0}, /* Containers */
    {72, 0, 0, 536, 0, 0}, /* SupportedTransformInstanceTypes */
    {104, 0, 0, 442, 0, 0}, /* SupportedRealtimeInferenceInstanceTypes */
    {144, 0, 0, 78, 0, 0}, /* SupportedContentTypes */
    {166, 0, 0, 459, 0, 0}, /* SupportedResponseMIMETypes */
    {211, 0, 0, 10, 1, 0}, /* ChannelName */
    {223, 0, 0, 467, 1, 0}, /* S3DataSource */
    {236, 0, 0, 14, 1, 0}, /* S3DataType */
    {247, 0, 0, 469, 1, 0}, /* S3Uri */
    {253, 0, 0, 68, 0, 0}, /* CompressionType */
    {269, 0, 0, 154, 0, 0}, /* ETag */
    {292, 0, 0, 15, 0, 0}, /* TrainingImage */
    {306, 0, 0, 19, 0, 3}, /* AlgorithmName */
    {328, 0, 320, 517, 1, 1}, /* TrainingInputMode */
    {346, 0, 0, 265, 0, 0}, /* MetricDefinitions */
    {371, 0, 364, 5, 0, 2}, /* EnableSageMakerMetricsTimeSeries */
    {404, 0, 0, 70, 0, 0}, /* ContainerEntrypoint */
    {424, 0, 0, 70, 0, 0}, /* ContainerArguments */
    {443, 0, 0, 516, 0, 2}, /* TrainingImageConfig */
    {463, 0, 0, 15, 1, 0}, /* ImageUri */
    {404, 0, 0, 70, 0, 0}, /* ContainerEntrypoint */
    {424, 0, 0, 70, 0, 0}, /* ContainerArguments */
    {583, 0, 0, 2, 0, 0}, /* SourceArn */
    {593, 0, 0, 2, 0, 0}, /* DestinationArn */
    {665, 0, 0, 23, 1, 0}, /* Catalog */
    {673, 0, 0, 24, 1, 0}, /* Database */
    {682, 0, 0, 26, 1, 0}, /* QueryString */
    {694, 0, 0, 30, 0, 0}, /* WorkGroup */
    {704, 0, 0, 469, 1, 0}, /* OutputS3Uri */
    {716, 0, 0, 228, 0, 0}, /* KmsKeyId */
    {725, 0, 0, 28, 1, 0}, /* OutputFormat */
    {738, 0, 0, 27, 0, 0}, /* OutputCompression */
    {804, 0, 0, 4, 0, 0}, /* QueryExecutionId */
    {821, 0, 0, 18, 0, 0}, /* S3OutputLocation */
    {857, 0, 0, 2, 0, 0}, /* Arn */
    {44, 0, 0, 2, 0, 0}, /* Name */
    {861, 0, 0, 2, 0, 0}, /* ValueHint */
    {871, 0, 0, 73, 0, 0}, /* HubContentName */
    {886, 0, 0, 184, 0, 0}, /* HubContentVersion */
    {904, 0, 0, 15, 0, 0}, /* RecipeName */
    {915, 0, 0, 469, 0, 0}, /* DestinationS3Uri */
    {716, 0, 0, 228, 0, 0}, /* KmsKeyId */
    {932, 0, 0, 5, 0, 0}, /* GenerateInferenceId */
    {977, 0, 0, 2, 0, 0}, /* DataCapturedDestinationS3Uri */
    {1006, 0, 0, 334, 0, 0}, /* DatasetFormat */
    {1020, 0, 0, 4, 0, 0}, /* LocalPath */
    {1030, 0, 0, 213, 0, 0}, /* S3InputMode */
    {1042, 0, 0, 103, 0, 0}, /* S3DataDistributionType */
    {1065, 0, 0, 154, 0, 0}, /* FeaturesAttribute */
    {1083, 0, 0, 154, 0, 0}, /* InferenceAttribute */
    {1102, 0, 0, 154, 0, 0}, /* ProbabilityAttribute */
    {1123, 0, 0, 137, 0, 0}, /* ProbabilityThresholdAttribute */
    {1153, 0, 0, 2, 0, 0}, /* StartTimeOffset */
    {1169, 0, 0, 2, 0, 0}, /* EndTimeOffset */
    {1183, 0, 0, 2, 0, 0}, /* ExcludeFeaturesAttribute */
    {857, 0, 0, 18, 0, 0}, /* Arn */
    {1208, 0, 0, 43, 0, 0}, /* MaxNumberOfTrainingJobsNotImproving */
    {1244, 0, 0, 272, 0, 0}, /* Report */
    {1251, 0, 0, 272, 0, 0}, /* PreTrainingReport */
    {1269, 0, 0, 272, 0, 0}, /* PostTrainingReport */
    {1330, 0, 0, 380, 0, 0}, /* SourcePipelineExecutionArn */
    {1357, 0, 0, 2, 0, 0}, /* CallbackToken */
    {1371, 0, 0, 4, 0, 0}, /* SqsQueueUrl */
    {1383, 0, 0, 365, 0, 0}, /* OutputParameters */
    {44, 0, 0, 2, 0, 0}, /* Name */
    {1400, 0, 0, 3, 0, 0}, /* Values */
    {44, 0, 0, 2, 0, 0}, /* Name */
    {1407, 0, 0, 2, 0, 0}, /* Id */
    {1410, 0, 0, 2, 0, 0}, /* StatusMessage */
    {1424, 0, 0, 2, 0, 0}, /* Key */
    {1428, 0, 0, 2, 0, 0}, /* Value */
    {1434, 0, 0, 2, 0, 0}, /* TemplateName */
    {1447, 0, 0, 2, 0, 0}, /* TemplateURL */
    {1459, 0, 0, 463, 0, 0}, /* RoleARN */
    {1467, 0, 0, 53, 0, 0}, /* Parameters */
    {1478, 0, 0, 51, 0, 0}, /* StackDetail */
    {211, 0, 0, 10, 1, 0}, /* ChannelName */
    {1490, 0, 0, 106, 1, 0}, /* DataSource */
    {1501, 0, 0, 4, 0, 0}, /* ContentType */
    {253, 0, 1513, 68, 0, 1}, /* CompressionType */
    {1533, 0, 1521, 443, 0, 1}, /* RecordWrapperType */
    {1551, 0, 320, 517, 0, 1}, /* InputMode */
    {1561, 0, 0, 491, 0, 2}, /* ShuffleConfig */
    {247, 0, 0, 469, 1, 0}, /* S3Uri */
    {1020, 0, 0, 136, 0, 0}, /* LocalPath */
    {1575, 0, 0, 4, 0, 0}, /* CheckType */
    {1585, 0, 0, 18, 0, 0}, /* BaselineUsedForDriftCheckConstraints */
    {1622, 0, 0, 18, 0, 0}, /* CalculatedBaselineConstraints */
    {1652, 0, 0, 4, 0, 0}, /* ModelPackageGroupName */
    {1674, 0, 0, 18, 0, 0}, /* ViolationReport */
    {1690, 0, 0, 4, 0, 0}, /* CheckJobArn */
    {1702, 0, 0, 5, 0, 0}, /* SkipCheck */
    {1712, 0, 0, 5, 0, 0}, /* RegisterNewBaseline */
    {1732, 0, 0, 4, 0, 0}, /* StepName */
    {1741, 0, 0, 2, 0, 0}, /* ErrorCode */
    {1751, 0, 0, 2, 0, 0}, /* ErrorMessage */
    {1764, 0, 0, 61, 0, 0}, /* CleanedSteps */
    {1777, 0, 0, 59, 0, 0}, /* FailedSteps */
    {1789, 0, 0, 61, 0, 0}, /* SkippedSteps */
    {1816, 0, 0, 561, 0, 0}, /* VectorConfig */
    {1829, 0, 0, 66, 0, 0}, /* CollectionName */
    {1844, 0, 0, 67, 0, 0}, /* CollectionParameters */
    {1875, 0, 0, 2, 0, 0}, /* Outcome */
    {1883, 0, 0, 73, 0, 0}, /* ContainerHostname */
    {1901, 0, 0, 74, 0, 0}, /* Image */
    {1907, 0, 0, 206, 0, 2}, /* ImageConfig */
    {1919, 0, 0, 76, 0, 0}, /* Mode */
    {1924, 0, 0, 469, 0, 0}, /* ModelDataUrl */
    {1937, 0, 0, 293, 0, 0}, /* ModelDataSource */
    {1953, 0, 0, 12, 0, 0}, /* AdditionalModelDataSources */
    {1980, 0, 0, 152, 0, 0}, /* Environment */
    {1992, 0, 0, 562, 0, 0}, /* ModelPackageName */
    {2009, 0, 0, 150, 0, 0}, /* InferenceSpecificationName */
    {2036, 0, 0, 350, 0, 2}, /* MultiModelConfig */
    {2053, 0, 0, 75, 0, 2}, /* ContainerMetricsConfig */
    {2115, 0, 0, 270, 0, 0}, /* MetricsEndpoints */
    {44, 0, 0, 2, 0, 0}, /* Name */
    {2187, 0, 0, 2, 0, 0}, /* MinValue */
    {2196, 0, 0, 2, 0, 0}, /* MaxValue */
    {2205, 0, 0, 2, 0, 0}, /* ScalingType */
    {2217, 0, 0, 2, 0, 0}, /* CompleteOnConvergence */
    {2239, 0, 0, 297, 1, 1}, /* ModelName */
    {2249, 0, 0, 71, 0, 1}, /* PrimaryContainer */
    {61, 0, 0, 72, 0, 1}, /* Containers */
    {2266, 0, 0, 208, 0, 2}, /* InferenceExecutionConfig */
    {2291, 0, 0, 463, 0, 1}, /* ExecutionRoleArn */
    {39, 0, 0, 507, 0, 1}, /* Tags */
    {2308, 0, 0, 565, 0, 2}, /* VpcConfig */
    {2318, 0, 364, 5, 0, 2}, /* EnableNetworkIsolation */
    {2341, 0, 0, 2, 0, 0}, /* ModelArn */
    {1652, 0, 0, 150, 1, 1}, /* ModelPackageGroupName */
    {2350, 0, 0, 149, 0, 1}, /* ModelPackageGroupDescription */
    {39, 0, 0, 507, 0, 1}, /* Tags */
    {2379, 0, 0, 255, 0, 3}, /* ManagedConfiguration */
    {2400, 0, 0, 306, 0, 0}, /* ModelPackageGroupArn */
    {1992, 0, 0, 150, 0, 1}, /* ModelPackageName */
    {1652, 0, 0, 19, 0, 1}, /* ModelPackageGroupName */
    {2421, 0, 0, 149, 0, 1}, /* ModelPackageDescription */
    {2445, 0, 0, 311, 0, 2}, /* ModelPackageRegistrationType */
    {2474, 0, 0, 210, 0, 1}, /* InferenceSpecification */
    {2497, 0, 0, 322, 0, 3}, /* ValidationSpecification */
    {2521, 0, 0, 497, 0, 2}, /* SourceAlgorithmSpecification */
    {2550, 0, 364, 5, 0, 3}, /* CertifyForMarketplace */
    {39, 0, 0, 507, 0, 1}, /* Tags */
    {2572, 0, 0, 278, 0, 1}, /* ModelApprovalStatus */
    {2592, 0, 0, 262, 0, 1}, /* MetadataProperties */
    {2611, 0, 0, 296, 0, 1}, /* ModelMetrics */
    {2624, 0, 0, 62, 0, 1}, /* ClientToken */
    {2636, 0, 0, 154, 0, 1}, /* Domain */
    {2643, 0, 0, 154, 0, 1}, /* Task */
    {2648, 0, 0, 469, 0, 1}, /* SamplePayloadUrl */
    {2665, 0, 0, 98, 0, 1}, /* CustomerMetadataProperties */
    {2692, 0, 0, 138, 0, 1}, /* DriftCheckBaselines */
    {2712, 0, 0, 9, 0, 1}, /* AdditionalInferenceSpecifications */
    {2754, 0, 2746, 492, 0, 2}, /* SkipModelValidation */
    {2774, 0, 0, 313, 0, 1}, /* SourceUri */
    {2784, 0, 0, 312, 0, 2}, /* SecurityConfig */
    {2799, 0, 0, 310, 0, 1}, /* ModelCard */
    {2809, 0, 0, 295, 0, 1}, /* ModelLifeCycle */
    {2824, 0, 0, 256, 0, 3}, /* ManagedStorageType */
    {2843, 0, 0, 300, 0, 0}, /* ModelPackageArn */
    {2859, 0, 0, 389, 1, 1}, /* PipelineName */
    {2872, 0, 0, 389, 0, 1}, /* PipelineDisplayName */
    {2892, 0, 0, 376, 0, 1}, /* PipelineDefinition */
    {2911, 0, 0, 377, 0, 1}, /* PipelineDefinitionS3Location */
    {2940, 0, 0, 378, 0, 1}, /* PipelineDescription */
    {2960, 0, 0, 205, 1, 1}, /* ClientRequestToken */
    {2979, 0, 0, 463, 1, 1}, /* RoleArn */
    {39, 0, 0, 507, 0, 1}, /* Tags */
    {2987, 0, 0, 366, 0, 1}, /* ParallelismConfiguration */
    {3012, 0, 0, 396, 0, 3}, /* PipelineVersionAliases */
    {3035, 0, 0, 2, 0, 0}, /* PipelineArn */
    {3047, 0, 0, 406, 0, 1}, /* ProcessingInputs */
    {3064, 0, 0, 416, 0, 1}, /* ProcessingOutputConfig */
    {3087, 0, 0, 150, 1, 1}, /* ProcessingJobName */
    {3105, 0, 0, 418, 1, 1}, /* ProcessingResources */
    {3125, 0, 0, 423, 0, 1}, /* StoppingCondition */
    {3143, 0, 0, 17, 1, 1}, /* AppSpecification */
    {1980, 0, 0, 403, 0, 1}, /* Environment */
    {3160, 0, 0, 354, 0, 1}, /* NetworkConfig */
    {2979, 0, 0, 463, 1, 1}, /* RoleArn */
    {39, 0, 0, 507, 0, 1}, /* Tags */
    {3174, 0, 0, 156, 0, 2}, /* ExperimentConfig */
    {3191, 0, 0, 2, 0, 0}, /* ProcessingJobArn */
    {3208, 0, 0, 150, 1, 1}, /* TrainingJobName */
    {3224, 0, 0, 202, 0, 1}, /* HyperParameters */
    {3240, 0, 0, 16, 0, 1}, /* AlgorithmSpecification */
    {2979, 0, 0, 463, 1, 1}, /* RoleArn */
    {3263, 0, 0, 212, 0, 1}, /* InputDataConfig */
    {3279, 0, 0, 363, 1, 1}, /* OutputDataConfig */
    {3296, 0, 0, 455, 0, 1}, /* ResourceConfig */
    {2308, 0, 0, 565, 0, 2}, /* VpcConfig */
    {3125, 0, 0, 502, 0, 1}, /* StoppingCondition */
    {39, 0, 0, 507, 0, 1}, /* Tags */
    {2318, 0, 0, 5, 0, 1}, /* EnableNetworkIsolation */
    {3311, 0, 364, 5, 0, 2}, /* EnableInterContainerTrafficEncryption */
    {3349, 0, 364, 5, 0, 2}, /* EnableManagedSpotTraining */
    {3375, 0, 0, 56, 0, 1}, /* CheckpointConfig */
    {3392, 0, 0, 109, 0, 2}, /* DebugHookConfig */
    {3408, 0, 0, 111, 0, 3}, /* DebugRuleConfigurations */
    {3432, 0, 0, 511, 0, 2}, /* TensorBoardOutputConfig */
    {3174, 0, 0, 156, 0, 2}, /* ExperimentConfig */
    {3456, 0, 0, 436, 0, 2}, /* ProfilerConfig */
    {3471, 0, 0, 111, 0, 2}, /* ProfilerRuleConfigurations */
    {1980, 0, 0, 514, 0, 1}, /* Environment */
    {3498, 0, 0, 462, 0, 2}, /* RetryStrategy */
    {3512, 0, 0, 450, 0, 2}, /* RemoteDebugConfig */
    {3530, 0, 0, 211, 0, 2}, /* InfraCheckConfig */
    {3547, 0, 0, 490, 0, 2}, /* SessionChainingConfig */
    {3569, 0, 0, 486, 0, 3}, /* ServerlessJobConfig */
    {3589, 0, 0, 274, 0, 3}, /* MlflowConfig */
    {3602, 0, 0, 301, 0, 3}, /* ModelPackageConfig */
    {3621, 0, 0, 2, 0, 0}, /* TrainingJobArn */
    {3758, 0, 0, 146, 0, 0}, /* EnableCapture */
    {3772, 0, 0, 2, 0, 0}, /* CaptureStatus */
    {3786, 0, 0, 43, 0, 0}, /* CurrentSamplingPercentage */
    {915, 0, 0, 2, 0, 0}, /* DestinationS3Uri */
    {716, 0, 0, 228, 0, 0}, /* KmsKeyId */
    {3812, 0, 0, 2, 0, 0}, /* TableName */
    {665, 0, 0, 2, 0, 0}, /* Catalog */
    {673, 0, 0, 2, 0, 0}, /* Database */
    {3861, 0, 0, 2, 0, 0}, /* InputFilter */
    {3873, 0, 0, 2, 0, 0}, /* OutputFilter */
    {3886, 0, 0, 2, 0, 0}, /* JoinSource */
    {223, 0, 0, 465, 0, 0}, /* S3DataSource */
    {3897, 0, 0, 168, 0, 3}, /* FileSystemDataSource */
    {3918, 0, 0, 108, 0, 3}, /* DatasetSource */
    {3932, 0, 0, 25, 0, 0}, /* AthenaDatasetDefinition */
    {3956, 0, 0, 446, 0, 0}, /* RedshiftDatasetDefinition */
    {1020, 0, 0, 4, 0, 0}, /* LocalPath */
    {3982, 0, 0, 103, 0, 0}, /* DataDistributionType */
    {1551, 0, 0, 213, 0, 0}, /* InputMode */
    {4003, 0, 0, 185, 1, 0}, /* DatasetArn */
    {1020, 0, 0, 136, 0, 0}, /* LocalPath */
    {4014, 0, 0, 469, 1, 0}, /* S3OutputPath */
    {4027, 0, 0, 67, 0, 0}, /* HookParameters */
    {4042, 0, 0, 65, 0, 0}, /* CollectionConfigurations */
    {4067, 0, 0, 66, 1, 0}, /* RuleConfigurationName */
    {1020, 0, 0, 136, 0, 0}, /* LocalPath */
    {4014, 0, 0, 469, 0, 0}, /* S3OutputPath */
    {4089, 0, 0, 15, 1, 0}, /* RuleEvaluatorImage */
    {4108, 0, 0, 409, 0, 0}, /* InstanceType */
    {4121, 0, 0, 257, 0, 0}, /* VolumeSizeInGB */
    {4136, 0, 0, 464, 0, 0}, /* RuleParameters */
    {4067, 0, 0, 66, 0, 0}, /* RuleConfigurationName */
    {4151, 0, 0, 2, 0, 0}, /* RuleEvaluationJobArn */
    {4172, 0, 0, 2, 0, 0}, /* RuleEvaluationStatus */
    {4193, 0, 0, 2, 0, 0}, /* StatusDetails */
    {4207, 0, 0, 94, 0, 0}, /* LastModifiedTime */
    {2239, 0, 0, 297, 1, 1}, /* ModelName */
    {1652, 0, 0, 19, 1, 1}, /* ModelPackageGroupName */
    {1992, 0, 0, 562, 1, 1}, /* ModelPackageName */
    {2859, 0, 0, 389, 1, 1}, /* PipelineName */
    {2960, 0, 0, 205, 1, 1}, /* ClientRequestToken */
    {27, 0, 0, 454, 1, 1}, /* ResourceArn */
    {4224, 0, 0, 506, 1, 1}, /* TagKeys */
    {4232, 0, 0, 74, 0, 0}, /* SpecifiedImage */
    {4247, 0, 0, 74, 0, 0}, /* ResolvedImage */
    {4261, 0, 0, 94, 0, 0}, /* ResolutionTime */
    {4276, 0, 0, 2, 0, 0}, /* RecommendationStatus */
    {4297, 0, 0, 441, 0, 0}, /* RealTimeInferenceRecommendations */
    {2239, 0, 0, 297, 0, 0}, /* ModelName */
    {2249, 0, 0, 71, 0, 0}, /* PrimaryContainer */
    {61, 0, 0, 72, 0, 0}, /* Containers */
    {2266, 0, 0, 208, 0, 0}, /* InferenceExecutionConfig */
    {2291, 0, 0, 463, 0, 0}, /* ExecutionRoleArn */
    {2308, 0, 0, 565, 0, 0}, /* VpcConfig */
    {4330, 0, 0, 94, 0, 0}, /* CreationTime */
    {2341, 0, 0, 2, 0, 0}, /* ModelArn */
    {2318, 0, 0, 5, 0, 0}, /* EnableNetworkIsolation */
    {4343, 0, 0, 122, 0, 0}, /* DeploymentRecommendation */
    {1652, 0, 0, 150, 0, 0}, /* ModelPackageGroupName */
    {2400, 0, 0, 306, 0, 0}, /* ModelPackageGroupArn */
    {2350, 0, 0, 149, 0, 0}, /* ModelPackageGroupDescription */
    {4330, 0, 0, 94, 0, 0}, /* CreationTime */
    {4368, 0, 0, 560, 0, 0}, /* CreatedBy */
    {4378, 0, 0, 2, 0, 0}, /* ModelPackageGroupStatus */
    {2379, 0, 0, 255, 0, 0}, /* ManagedConfiguration */
    {1992, 0, 0, 562, 1, 1}, /* ModelPackageName */
    {4402, 0, 0, 207, 0, 1}, /* IncludedData */
    {1992, 0, 0, 150, 0, 0}, /* ModelPackageName */
    {1652, 0, 0, 150, 0, 0}, /* ModelPackageGroupName */
    {4415, 0, 0, 43, 0, 0}, /* ModelPackageVersion */
    {2445, 0, 0, 311, 0, 0}, /* ModelPackageRegistrationType */
    {2843, 0, 0, 300, 0, 0}, /* ModelPackageArn */
    {2421, 0, 0, 149, 0, 0}, /* ModelPackageDescription */
    {4330, 0, 0, 94, 0, 0}, /* CreationTime */
    {2474, 0, 0, 210, 0, 0}, /* InferenceSpecification */
    {2521, 0, 0, 497, 0, 0}, /* SourceAlgorithmSpecification */
    {2497, 0, 0, 322, 0, 0}, /* ValidationSpecification */
    {4435, 0, 0, 2, 0, 0}, /* ModelPackageStatus */
    {4454, 0, 0, 314, 0, 0}, /* ModelPackageStatusDetails */
    {2550, 0, 0, 5, 0, 0}, /* CertifyForMarketplace */
    {2572, 0, 0, 278, 0, 0}, /* ModelApprovalStatus */
    {4368, 0, 0, 560, 0, 0}, /* CreatedBy */
    {2592, 0, 0, 262, 0, 0}, /* MetadataProperties */
    {2611, 0, 0, 296, 0, 0}, /* ModelMetrics */
    {4207, 0, 0, 94, 0, 0}, /* LastModifiedTime */
    {4480, 0, 0, 560, 0, 0}, /* LastModifiedBy */
    {4495, 0, 0, 18, 0, 0}, /* ApprovalDescription */
    {2636, 0, 0, 154, 0, 0}, /* Domain */
    {2643, 0, 0, 154, 0, 0}, /* Task */
    {2648, 0, 0, 154, 0, 0}, /* SamplePayloadUrl */
    {2665, 0, 0, 98, 0, 0}, /* CustomerMetadataProperties */
    {2692, 0, 0, 138, 0, 0}, /* DriftCheckBaselines */
    {2712, 0, 0, 9, 0, 0}, /* AdditionalInferenceSpecifications */
    {2754, 0, 0, 492, 0, 0}, /* SkipModelValidation */
    {2774, 0, 0, 313, 0, 0}, /* SourceUri */
    {2784, 0, 0, 312, 0, 0}, /* SecurityConfig */
    {2799, 0, 0, 310, 0, 0}, /* ModelCard */
    {2809, 0, 0, 295, 0, 0}, /* ModelLifeCycle */
    {2824, 0, 0, 256, 0, 0}, /* ManagedStorageType */
    {4515, 0, 0, 380, 1, 1}, /* PipelineExecutionArn */
    {2892, 0, 0, 376, 0, 0}, /* PipelineDefinition */
    {4330, 0, 0, 94, 0, 0}, /* CreationTime */
    {3035, 0, 0, 2, 0, 0}, /* PipelineArn */
    {4515, 0, 0, 380, 0, 0}, /* PipelineExecutionArn */
    {4536, 0, 0, 381, 0, 0}, /* PipelineExecutionDisplayName */
    {4565, 0, 0, 2, 0, 0}, /* PipelineExecutionStatus */
    {4589, 0, 0, 378, 0, 0}, /* PipelineExecutionDescription */
    {4618, 0, 0, 387, 0, 0}, /* PipelineExperimentConfig */
    {4643, 0, 0, 2, 0, 0}, /* FailureReason */
    {4330, 0, 0, 94, 0, 0}, /* CreationTime */
    {4207, 0, 0, 94, 0, 0}, /* LastModifiedTime */
    {4368, 0, 0, 560, 0, 0}, /* CreatedBy */
    {4480, 0, 0, 560, 0, 0}, /* LastModifiedBy */
    {2987, 0, 0, 366, 0, 0}, /* ParallelismConfiguration */
    {4657, 0, 0, 483, 0, 0}, /* SelectiveExecutionConfig */
    {4682, 0, 0, 397, 0, 0}, /* PipelineVersionId */
    {4700, 0, 0, 254, 0, 0}, /* MLflowConfig */
    {3012, 0, 0, 396, 0, 0}, /* PipelineVersionAliases */
    {2979, 0, 0, 463, 0, 0}, /* RoleArn */
    {2859, 0, 0, 390, 1, 1}, /* PipelineName */
    {4682, 0, 0, 397, 0, 3}, /* PipelineVersionId */
    {4713, 0, 0, 395, 0, 3}, /* PipelineVersionAlias */
    {3035, 0, 0, 2, 0, 0}, /* PipelineArn */
    {2859, 0, 0, 389, 0, 0}, /* PipelineName */
    {2872, 0, 0, 389, 0, 0}, /* PipelineDisplayName */
    {2892, 0, 0, 376, 0, 0}, /* PipelineDefinition */
    {2940, 0, 0, 378, 0, 0}, /* PipelineDescription */
    {2979, 0, 0, 463, 0, 0}, /* RoleArn */
    {4734, 0, 0, 2, 0, 0}, /* PipelineStatus */
    {4330, 0, 0, 94, 0, 0}, /* CreationTime */
    {4207, 0, 0, 94, 0, 0}, /* LastModifiedTime */
    {4749, 0, 0, 94, 0, 0}, /* LastRunTime */
    {4368, 0, 0, 560, 0, 0}, /* CreatedBy */
    {4480, 0, 0, 560, 0, 0}, /* LastModifiedBy */
    {2987, 0, 0, 366, 0, 0}, /* ParallelismConfiguration */
    {4761, 0, 0, 2, 0, 0}, /* PipelineVersionDisplayName */
    {4788, 0, 0, 2, 0, 0}, /* PipelineVersionDescription */
    {3012, 0, 0, 396, 0, 0}, /* PipelineVersionAliases */
    {3087, 0, 0, 150, 1, 1}, /* ProcessingJobName */
    {3047, 0, 0, 406, 0, 0}, /* ProcessingInputs */
    {3064, 0, 0, 416, 0, 0}, /* ProcessingOutputConfig */
    {3087, 0, 0, 150, 0, 0}, /* ProcessingJobName */
    {3105, 0, 0, 418, 0, 0}, /* ProcessingResources */
    {3125, 0, 0, 423, 0, 0}, /* StoppingCondition */
    {3143, 0, 0, 17, 0, 0}, /* AppSpecification */
    {1980, 0, 0, 403, 0, 0}, /* Environment */
    {3160, 0, 0, 354, 0, 0}, /* NetworkConfig */
    {2979, 0, 0, 463, 0, 0}, /* RoleArn */
    {3174, 0, 0, 156, 0, 0}, /* ExperimentConfig */
    {3191, 0, 0, 2, 0, 0}, /* ProcessingJobArn */
    {4815, 0, 0, 411, 0, 0}, /* ProcessingJobStatus */
    {4835, 0, 0, 2, 0, 0}, /* ExitMessage */
    {4643, 0, 0, 2, 0, 0}, /* FailureReason */
    {4847, 0, 0, 94, 0, 0}, /* ProcessingEndTime */
    {4865, 0, 0, 94, 0, 0}, /* ProcessingStartTime */
    {4207, 0, 0, 94, 0, 0}, /* LastModifiedTime */
    {4330, 0, 0, 94, 0, 0}, /* CreationTime */
    {4885, 0, 0, 2, 0, 0}, /* MonitoringScheduleArn */
    {4907, 0, 0, 2, 0, 0}, /* AutoMLJobArn */
    {3621, 0, 0, 2, 0, 0}, /* TrainingJobArn */
    {3208, 0, 0, 150, 1, 1}, /* TrainingJobName */
    {3208, 0, 0, 150, 0, 0}, /* TrainingJobName */
    {3621, 0, 0, 2, 0, 0}, /* TrainingJobArn */
    {4920, 0, 0, 2, 0, 0}, /* TuningJobArn */
    {4933, 0, 0, 2, 0, 0}, /* LabelingJobArn */
    {4907, 0, 0, 2, 0, 0}, /* AutoMLJobArn */
    {4948, 0, 0, 279, 0, 0}, /* ModelArtifacts */
    {4963, 0, 0, 520, 0, 0}, /* TrainingJobStatus */
    {4981, 0, 0, 2, 0, 0}, /* SecondaryStatus */
    {4643, 0, 0, 2, 0, 0}, /* FailureReason */
    {3224, 0, 0, 202, 0, 0}, /* HyperParameters */
    {3240, 0, 0, 16, 0, 0}, /* AlgorithmSpecification */
    {2979, 0, 0, 463, 0, 0}, /* RoleArn */
    {3263, 0, 0, 212, 0, 0}, /* InputDataConfig */
    {3279, 0, 0, 363, 0, 0}, /* OutputDataConfig */
    {3296, 0, 0, 455, 0, 0}, /* ResourceConfig */
    {4997, 0, 0, 568, 0, 0}, /* WarmPoolStatus */
    {2308, 0, 0, 565, 0, 0}, /* VpcConfig */
    {3125, 0, 0, 502, 0, 0}, /* StoppingCondition */
    {4330, 0, 0, 94, 0, 0}, /* CreationTime */
    {5012, 0, 0, 94, 0, 0}, /* TrainingStartTime */
    {5030, 0, 0, 94, 0, 0}, /* TrainingEndTime */
    {4207, 0, 0, 94, 0, 0}, /* LastModifiedTime */
    {5046, 0, 0, 479, 0, 0}, /* SecondaryStatusTransitions */
    {5073, 0, 0, 175, 0, 0}, /* FinalMetricDataList */
    {2318, 0, 0, 5, 0, 0}, /* EnableNetworkIsolation */
    {3311, 0, 0, 5, 0, 0}, /* EnableInterContainerTrafficEncryption */
    {3349, 0, 0, 5, 0, 0}, /* EnableManagedSpotTraining */
    {3375, 0, 0, 56, 0, 0}, /* CheckpointConfig */
    {5093, 0, 0, 43, 0, 0}, /* TrainingTimeInSeconds */
    {5115, 0, 0, 43, 0, 0}, /* BillableTimeInSeconds */
    {5137, 0, 0, 44, 0, 0}, /* BillableTokenCount */
    {3392, 0, 0, 109, 0, 0}, /* DebugHookConfig */
    {3174, 0, 0, 156, 0, 0}, /* ExperimentConfig */
    {3408, 0, 0, 111, 0, 0}, /* DebugRuleConfigurations */
    {3432, 0, 0, 511, 0, 0}, /* TensorBoardOutputConfig */
    {5156, 0, 0, 113, 0, 0}, /* DebugRuleEvaluationStatuses */
    {3456, 0, 0, 436, 0, 0}, /* ProfilerConfig */
    {3471, 0, 0, 111, 0, 0}, /* ProfilerRuleConfigurations */
    {5184, 0, 0, 113, 0, 0}, /* ProfilerRuleEvaluationStatuses */
    {5215, 0, 0, 2, 0, 0}, /* ProfilingStatus */
    {1980, 0, 0, 514, 0, 0}, /* Environment */
    {3498, 0, 0, 462, 0, 0}, /* RetryStrategy */
    {3512, 0, 0, 450, 0, 0}, /* RemoteDebugConfig */
    {3530, 0, 0, 211, 0, 0}, /* InfraCheckConfig */
    {3569, 0, 0, 486, 0, 0}, /* ServerlessJobConfig */
    {3589, 0, 0, 274, 0, 0}, /* MlflowConfig */
    {3602, 0, 0, 301, 0, 0}, /* ModelPackageConfig */
    {5231, 0, 0, 275, 0, 0}, /* MlflowDetails */
    {5245, 0, 0, 526, 0, 0}, /* ProgressInfo */
    {5258, 0, 0, 300, 0, 0}, /* OutputModelPackageArn */
    {5280, 0, 0, 139, 0, 0}, /* Bias */
    {5285, 0, 0, 140, 0, 0}, /* Explainability */
    {5300, 0, 0, 141, 0, 0}, /* ModelQuality */
    {5313, 0, 0, 141, 0, 0}, /* ModelDataQuality */
    {5330, 0, 0, 166, 0, 0}, /* ConfigFile */
    {5341, 0, 0, 272, 0, 0}, /* PreTrainingConstraints */
    {5364, 0, 0, 272, 0, 0}, /* PostTrainingConstraints */
    {5388, 0, 0, 272, 0, 0}, /* Constraints */
    {5330, 0, 0, 166, 0, 0}, /* ConfigFile */
    {5400, 0, 0, 272, 0, 0}, /* Statistics */
    {5388, 0, 0, 272, 0, 0}, /* Constraints */
    {5411, 0, 0, 2, 0, 0}, /* ApplicationId */
    {5425, 0, 0, 2, 0, 0}, /* JobRunId */
    {5434, 0, 0, 4, 0, 0}, /* JobRunName */
    {5445, 0, 0, 18, 0, 0}, /* LogFilePath */
    {5457, 0, 0, 4, 0, 0}, /* ClusterId */
    {5467, 0, 0, 4, 0, 0}, /* StepId */
    {1732, 0, 0, 4, 0, 0}, /* StepName */
    {5445, 0, 0, 18, 0, 0}, /* LogFilePath */
    {5474, 0, 0, 2, 0, 0}, /* Ec2CapacityReservationId */
    {5499, 0, 0, 43, 0, 0}, /* TotalInstanceCount */
    {5518, 0, 0, 43, 0, 0}, /* AvailableInstanceCount */
    {5541, 0, 0, 43, 0, 0}, /* UsedByCurrentEndpoint */
    {5563, 0, 0, 2, 0, 0}, /* EndpointName */
    {5576, 0, 0, 2, 0, 0}, /* EndpointArn */
    {5588, 0, 0, 2, 0, 0}, /* EndpointConfigName */
    {5607, 0, 0, 435, 0, 0}, /* ProductionVariants */
    {5626, 0, 0, 101, 0, 0}, /* DataCaptureConfig */
    {5644, 0, 0, 2, 0, 0}, /* EndpointStatus */
    {4643, 0, 0, 2, 0, 0}, /* FailureReason */
    {4330, 0, 0, 94, 0, 0}, /* CreationTime */
    {4207, 0, 0, 94, 0, 0}, /* LastModifiedTime */
    {5659, 0, 0, 348, 0, 0}, /* MonitoringSchedules */
    {39, 0, 0, 507, 0, 0}, /* Tags */
    {5679, 0, 0, 435, 0, 0}, /* ShadowProductionVariants */
    {5563, 0, 0, 2, 0, 0}, /* EndpointName */
    {1020, 0, 0, 4, 0, 0}, /* LocalPath */
    {1030, 0, 0, 213, 0, 0}, /* S3InputMode */
    {1042, 0, 0, 103, 0, 0}, /* S3DataDistributionType */
    {1065, 0, 0, 154, 0, 0}, /* FeaturesAttribute */
    {1083, 0, 0, 154, 0, 0}, /* InferenceAttribute */
    {1102, 0, 0, 154, 0, 0}, /* ProbabilityAttribute */
    {1123, 0, 0, 137, 0, 0}, /* ProbabilityThresholdAttribute */
    {1153, 0, 0, 2, 0, 0}, /* StartTimeOffset */
    {1169, 0, 0, 2, 0, 0}, /* EndTimeOffset */
    {1183, 0, 0, 2, 0, 0}, /* ExcludeFeaturesAttribute */
    {5820, 0, 0, 157, 0, 0}, /* ExperimentName */
    {5835, 0, 0, 2, 0, 0}, /* ExperimentArn */
    {5849, 0, 0, 157, 0, 0}, /* DisplayName */
    {5861, 0, 0, 158, 0, 0}, /* Source */
    {49, 0, 0, 2, 0, 0}, /* Description */
    {4330, 0, 0, 94, 0, 0}, /* CreationTime */
    {4368, 0, 0, 560, 0, 0}, /* CreatedBy */
    {4207, 0, 0, 94, 0, 0}, /* LastModifiedTime */
    {4480, 0, 0, 560, 0, 0}, /* LastModifiedBy */
    {39, 0, 0, 507, 0, 0}, /* Tags */
    {5820, 0, 0, 157, 0, 0}, /* ExperimentName */
    {5868, 0, 0, 157, 0, 0}, /* TrialName */
    {5878, 0, 0, 157, 0, 0}, /* TrialComponentDisplayName */
    {5904, 0, 0, 157, 0, 0}, /* RunName */
    {583, 0, 0, 2, 0, 0}, /* SourceArn */
    {5946, 0, 0, 2, 0, 0}, /* SourceType */
    {1244, 0, 0, 272, 0, 0}, /* Report */
    {1751, 0, 0, 2, 0, 0}, /* ErrorMessage */
    {5957, 0, 0, 2, 0, 0}, /* FeatureName */
    {5969, 0, 0, 2, 0, 0}, /* FeatureType */
    {5981, 0, 0, 2, 0, 0}, /* CollectionType */
    {5996, 0, 0, 63, 0, 0}, /* CollectionConfig */
    {6013, 0, 0, 2, 0, 0}, /* FeatureGroupArn */
    {6029, 0, 0, 164, 0, 0}, /* FeatureGroupName */
    {6046, 0, 0, 2, 0, 0}, /* RecordIdentifierFeatureName */
    {6074, 0, 0, 2, 0, 0}, /* EventTimeFeatureName */
    {6095, 0, 0, 162, 0, 0}, /* FeatureDefinitions */
    {4330, 0, 0, 94, 0, 0}, /* CreationTime */
    {4207, 0, 0, 230, 0, 0}, /* LastModifiedTime */
    {6114, 0, 0, 359, 0, 0}, /* OnlineStoreConfig */
    {6132, 0, 0, 357, 0, 0}, /* OfflineStoreConfig */
    {2979, 0, 0, 463, 0, 0}, /* RoleArn */
    {6151, 0, 0, 2, 0, 0}, /* FeatureGroupStatus */
    {6170, 0, 0, 358, 0, 0}, /* OfflineStoreStatus */
    {6189, 0, 0, 231, 0, 0}, /* LastUpdateStatus */
    {4643, 0, 0, 2, 0, 0}, /* FailureReason */
    {49, 0, 0, 2, 0, 0}, /* Description */
    {39, 0, 0, 507, 0, 0}, /* Tags */
    {6013, 0, 0, 2, 0, 0}, /* FeatureGroupArn */
    {6029, 0, 0, 164, 0, 0}, /* FeatureGroupName */
    {5957, 0, 0, 2, 0, 0}, /* FeatureName */
    {5969, 0, 0, 2, 0, 0}, /* FeatureType */
    {4330, 0, 0, 94, 0, 0}, /* CreationTime */
    {4207, 0, 0, 230, 0, 0}, /* LastModifiedTime */
    {49, 0, 0, 2, 0, 0}, /* Description */
    {1467, 0, 0, 53, 0, 0}, /* Parameters */
    {1501, 0, 0, 4, 0, 0}, /* ContentType */
    {6242, 0, 0, 77, 0, 0}, /* ContentDigest */
    {247, 0, 0, 469, 1, 0}, /* S3Uri */
    {6262, 0, 0, 169, 1, 0}, /* FileSystemId */
    {6275, 0, 0, 167, 1, 0}, /* FileSystemAccessMode */
    {6296, 0, 0, 170, 1, 0}, /* FileSystemType */
    {6311, 0, 0, 136, 1, 0}, /* DirectoryPath */
    {44, 0, 0, 266, 1, 0}, /* Name */
    {6357, 0, 0, 360, 0, 0}, /* Operator */
    {1428, 0, 0, 173, 0, 0}, /* Value */
    {6366, 0, 0, 2, 0, 0}, /* Type */
    {6371, 0, 0, 266, 0, 0}, /* MetricName */
    {1428, 0, 0, 176, 0, 0}, /* Value */
    {1732, 0, 0, 4, 0, 0}, /* StepName */
    {6382, 0, 0, 43, 0, 0}, /* Index */
    {6388, 0, 0, 2, 0, 0}, /* Status */
    {6395, 0, 0, 43, 0, 0}, /* InputItemCount */
    {6410, 0, 0, 43, 0, 0}, /* TotalStepCount */
    {6425, 0, 0, 43, 0, 0}, /* SucceededStepCount */
    {6444, 0, 0, 43, 0, 0}, /* FailedStepCount */
    {6460, 0, 0, 43, 0, 0}, /* StoppedStepCount */
    {6477, 0, 0, 177, 0, 0}, /* Selector */
    {6486, 0, 0, 15, 1, 0}, /* HubContentArn */
    {871, 0, 0, 73, 0, 0}, /* HubContentName */
    {6486, 0, 0, 15, 0, 0}, /* HubContentArn */
    {886, 0, 0, 184, 0, 0}, /* HubContentVersion */
    {6500, 0, 0, 2, 0, 0}, /* HubContentType */
    {6515, 0, 0, 2, 0, 0}, /* DocumentSchemaVersion */
    {6537, 0, 0, 2, 0, 0}, /* HubName */
    {6545, 0, 0, 2, 0, 0}, /* HubArn */
    {6552, 0, 0, 2, 0, 0}, /* HubContentDisplayName */
    {6574, 0, 0, 2, 0, 0}, /* HubContentDescription */
    {6596, 0, 0, 2, 0, 0}, /* HubContentMarkdown */
    {6615, 0, 0, 2, 0, 0}, /* HubContentDocument */
    {6634, 0, 0, 2, 0, 0}, /* SageMakerPublicHubContentArn */
    {6663, 0, 0, 2, 0, 0}, /* ReferenceMinVersion */
    {6683, 0, 0, 2, 0, 0}, /* SupportStatus */
    {6697, 0, 0, 3, 0, 0}, /* HubContentSearchKeywords */
    {6722, 0, 0, 182, 0, 0}, /* HubContentDependencies */
    {6745, 0, 0, 2, 0, 0}, /* HubContentStatus */
    {4643, 0, 0, 2, 0, 0}, /* FailureReason */
    {4330, 0, 0, 94, 0, 0}, /* CreationTime */
    {4207, 0, 0, 94, 0, 0}, /* LastModifiedTime */
    {4368, 0, 0, 560, 0, 0}, /* CreatedBy */
    {4480, 0, 0, 560, 0, 0}, /* LastModifiedBy */
    {39, 0, 0, 507, 0, 0}, /* Tags */
    {6762, 0, 0, 2, 0, 0}, /* DependencyOriginPath */
    {6783, 0, 0, 2, 0, 0}, /* DependencyCopyPath */
    {6545, 0, 0, 2, 0, 0}, /* HubArn */
    {6486, 0, 0, 2, 0, 0}, /* HubContentArn */
    {292, 0, 0, 15, 0, 0}, /* TrainingImage */
    {328, 0, 0, 517, 0, 0}, /* TrainingInputMode */
    {306, 0, 0, 19, 0, 0}, /* AlgorithmName */
    {346, 0, 0, 265, 0, 0}, /* MetricDefinitions */
    {7003, 0, 0, 2, 0, 0}, /* DefinitionName */
    {7018, 0, 0, 196, 0, 0}, /* TuningObjective */
    {7034, 0, 0, 369, 0, 0}, /* HyperParameterRanges */
    {7055, 0, 0, 202, 0, 0}, /* StaticHyperParameters */
    {3240, 0, 0, 186, 0, 0}, /* AlgorithmSpecification */
    {2979, 0, 0, 463, 0, 0}, /* RoleArn */
    {3263, 0, 0, 212, 0, 0}, /* InputDataConfig */
    {2308, 0, 0, 565, 0, 0}, /* VpcConfig */
    {3279, 0, 0, 363, 0, 0}, /* OutputDataConfig */
    {3296, 0, 0, 455, 0, 0}, /* ResourceConfig */
    {7077, 0, 0, 200, 0, 0}, /* HyperParameterTuningResourceConfig */
    {3125, 0, 0, 502, 0, 0}, /* StoppingCondition */
    {2318, 0, 0, 5, 0, 0}, /* EnableNetworkIsolation */
    {3311, 0, 0, 5, 0, 0}, /* EnableInterContainerTrafficEncryption */
    {3349, 0, 0, 5, 0, 0}, /* EnableManagedSpotTraining */
    {3375, 0, 0, 56, 0, 0}, /* CheckpointConfig */
    {3498, 0, 0, 462, 0, 0}, /* RetryStrategy */
    {1980, 0, 0, 189, 0, 0}, /* Environment */
    {7112, 0, 0, 2, 0, 0}, /* TrainingJobDefinitionName */
    {3208, 0, 0, 150, 0, 0}, /* TrainingJobName */
    {3621, 0, 0, 2, 0, 0}, /* TrainingJobArn */
    {7138, 0, 0, 2, 0, 0}, /* TuningJobName */
    {4330, 0, 0, 94, 0, 0}, /* CreationTime */
    {5012, 0, 0, 94, 0, 0}, /* TrainingStartTime */
    {5030, 0, 0, 94, 0, 0}, /* TrainingEndTime */
    {4963, 0, 0, 520, 0, 0}, /* TrainingJobStatus */
    {7152, 0, 0, 202, 0, 0}, /* TunedHyperParameters */
    {4643, 0, 0, 2, 0, 0}, /* FailureReason */
    {7173, 0, 0, 174, 0, 0}, /* FinalHyperParameterTuningJobObjectiveMetric */
    {7217, 0, 0, 2, 0, 0}, /* ObjectiveStatus */
    {4108, 0, 0, 518, 0, 0}, /* InstanceType */
    {7233, 0, 0, 257, 0, 0}, /* InstanceCount */
    {4121, 0, 0, 43, 0, 0}, /* VolumeSizeInGB */
    {7247, 0, 0, 43, 0, 0}, /* NumberOfTrainingJobsObjectiveNotImproving */
    {7289, 0, 0, 94, 0, 0}, /* ConvergenceDetectedTime */
    {7313, 0, 0, 2, 0, 0}, /* Strategy */
    {7322, 0, 0, 198, 0, 0}, /* StrategyConfig */
    {7337, 0, 0, 196, 0, 0}, /* HyperParameterTuningJobObjective */
    {7370, 0, 0, 456, 0, 0}, /* ResourceLimits */
    {7385, 0, 0, 369, 0, 0}, /* ParameterRanges */
    {7401, 0, 0, 2, 0, 0}, /* TrainingJobEarlyStoppingType */
    {7430, 0, 0, 555, 0, 0}, /* TuningJobCompletionCriteria */
    {7458, 0, 0, 43, 0, 0}, /* RandomSeed */
    {7469, 0, 0, 43, 0, 0}, /* RuntimeInSeconds */
    {6366, 0, 0, 2, 0, 0}, /* Type */
    {6371, 0, 0, 266, 0, 0}, /* MetricName */
    {7486, 0, 0, 2, 0, 0}, /* HyperParameterTuningJobName */
    {7514, 0, 0, 2, 0, 0}, /* HyperParameterTuningJobArn */
    {7541, 0, 0, 194, 0, 0}, /* HyperParameterTuningJobConfig */
    {7571, 0, 0, 187, 0, 0}, /* TrainingJobDefinition */
    {7593, 0, 0, 188, 0, 0}, /* TrainingJobDefinitions */
    {7616, 0, 0, 2, 0, 0}, /* HyperParameterTuningJobStatus */
    {4330, 0, 0, 94, 0, 0}, /* CreationTime */
    {7646, 0, 0, 94, 0, 0}, /* HyperParameterTuningEndTime */
    {4207, 0, 0, 94, 0, 0}, /* LastModifiedTime */
    {7674, 0, 0, 521, 0, 0}, /* TrainingJobStatusCounters */
    {7700, 0, 0, 356, 0, 0}, /* ObjectiveStatusCounters */
    {7724, 0, 0, 190, 0, 0}, /* BestTrainingJob */
    {7740, 0, 0, 190, 0, 0}, /* OverallBestTrainingJob */
    {7763, 0, 0, 199, 0, 0}, /* WarmStartConfig */
    {4643, 0, 0, 2, 0, 0}, /* FailureReason */
    {7779, 0, 0, 193, 0, 0}, /* TuningJobCompletionDetails */
    {7806, 0, 0, 195, 0, 0}, /* ConsumedResources */
    {39, 0, 0, 507, 0, 0}, /* Tags */
    {7824, 0, 0, 203, 0, 0}, /* HyperbandStrategyConfig */
    {7848, 0, 0, 372, 0, 0}, /* ParentHyperParameterTuningJobs */
    {7879, 0, 0, 2, 0, 0}, /* WarmStartType */
    {4108, 0, 0, 518, 0, 0}, /* InstanceType */
    {7233, 0, 0, 257, 0, 0}, /* InstanceCount */
    {4121, 0, 0, 257, 0, 0}, /* VolumeSizeInGB */
    {7893, 0, 0, 228, 0, 0}, /* VolumeKmsKeyId */
    {7908, 0, 0, 2, 0, 0}, /* AllocationStrategy */
    {7927, 0, 0, 192, 0, 0}, /* InstanceConfigs */
    {7943, 0, 0, 43, 0, 0}, /* MinResource */
    {7955, 0, 0, 43, 0, 0}, /* MaxResource */
    {857, 0, 0, 154, 0, 0}, /* Arn */
    {7967, 0, 0, 154, 0, 0}, /* PrincipalId */
    {7979, 0, 0, 154, 0, 0}, /* SourceIdentity */
    {7994, 0, 0, 451, 1, 0}, /* RepositoryAccessMode */
    {8015, 0, 0, 452, 0, 0}, /* RepositoryAuthConfig */
    {1919, 0, 0, 209, 1, 0}, /* Mode */
    {61, 0, 0, 303, 1, 0}, /* Containers */
    {72, 0, 0, 536, 0, 0}, /* SupportedTransformInstanceTypes */
    {104, 0, 0, 442, 0, 0}, /* SupportedRealtimeInferenceInstanceTypes */
    {144, 0, 0, 78, 0, 0}, /* SupportedContentTypes */
    {166, 0, 0, 459, 0, 0}, /* SupportedResponseMIMETypes */
    {8071, 0, 0, 5, 0, 0}, /* EnableInfraCheck */
    {4108, 0, 0, 518, 1, 0}, /* InstanceType */
    {7233, 0, 0, 257, 1, 0}, /* InstanceCount */
    {8098, 0, 0, 215, 1, 0}, /* InstanceGroupName */
    {8116, 0, 0, 5, 0, 0}, /* EnableMultipleJobs */
    {8135, 0, 0, 399, 0, 0}, /* PlacementSpecifications */
    {4108, 0, 0, 427, 0, 0}, /* InstanceType */
    {8159, 0, 0, 43, 0, 0}, /* CurrentInstanceCount */
    {4108, 0, 0, 518, 1, 0}, /* InstanceType */
    {7233, 0, 0, 257, 0, 0}, /* InstanceCount */
    {8180, 0, 0, 525, 0, 0}, /* TrainingPlanArns */
    {8197, 0, 0, 4, 0, 0}, /* ParentStepName */
    {6382, 0, 0, 43, 0, 0}, /* Index */
    {8212, 0, 0, 2, 0, 0}, /* Item */
    {8217, 0, 0, 2, 0, 0}, /* JobName */
    {8225, 0, 0, 2, 0, 0}, /* JobArn */
    {2979, 0, 0, 463, 0, 0}, /* RoleArn */
    {8232, 0, 0, 2, 0, 0}, /* JobCategory */
    {8244, 0, 0, 2, 0, 0}, /* JobConfigSchemaVersion */
    {8267, 0, 0, 2, 0, 0}, /* JobConfigDocument */
    {4330, 0, 0, 94, 0, 0}, /* CreationTime */
    {4207, 0, 0, 94, 0, 0}, /* LastModifiedTime */
    {8285, 0, 0, 94, 0, 0}, /* EndTime */
    {8293, 0, 0, 2, 0, 0}, /* JobStatus */
    {4981, 0, 0, 2, 0, 0}, /* SecondaryStatus */
    {5046, 0, 0, 226, 0, 0}, /* SecondaryStatusTransitions */
    {4643, 0, 0, 2, 0, 0}, /* FailureReason */
    {39, 0, 0, 507, 0, 0}, /* Tags */
    {6388, 0, 0, 2, 0, 0}, /* Status */
    {8303, 0, 0, 94, 0, 0}, /* StartTime */
    {8285, 0, 0, 94, 0, 0}, /* EndTime */
    {1410, 0, 0, 154, 0, 0}, /* StatusMessage */
    {857, 0, 0, 4, 0, 0}, /* Arn */
    {1383, 0, 0, 365, 0, 0}, /* OutputParameters */
    {6388, 0, 0, 2, 0, 0}, /* Status */
    {4643, 0, 0, 2, 0, 0}, /* FailureReason */
    {8330, 0, 0, 189, 0, 0}, /* ActionArns */
    {8341, 0, 0, 189, 0, 0}, /* ArtifactArns */
    {8354, 0, 0, 189, 0, 0}, /* ContextArns */
    {8366, 0, 0, 22, 0, 0}, /* Associations */
    {8379, 0, 0, 94, 0, 1}, /* CreationTimeAfter */
    {8397, 0, 0, 94, 0, 1}, /* CreationTimeBefore */
    {8416, 0, 0, 260, 0, 1}, /* MaxResults */
    {8427, 0, 0, 351, 0, 1}, /* NameContains */
    {8440, 0, 0, 355, 0, 1}, /* NextToken */
    {8450, 0, 0, 307, 0, 1}, /* SortBy */
    {8457, 0, 0, 361, 0, 1}, /* SortOrder */
    {8482, 0, 8467, 95, 0, 3}, /* CrossAccountFilterOption */
    {8507, 0, 0, 309, 0, 0}, /* ModelPackageGroupSummaryList */
    {8440, 0, 0, 355, 0, 0}, /* NextToken */
    {8379, 0, 0, 94, 0, 1}, /* CreationTimeAfter */
    {8397, 0, 0, 94, 0, 1}, /* CreationTimeBefore */
    {8416, 0, 0, 260, 0, 1}, /* MaxResults */
    {8427, 0, 0, 351, 0, 1}, /* NameContains */
    {2572, 0, 0, 278, 0, 1}, /* ModelApprovalStatus */
    {1652, 0, 0, 19, 0, 1}, /* ModelPackageGroupName */
    {8536, 0, 0, 319, 0, 1}, /* ModelPackageType */
    {8440, 0, 0, 355, 0, 1}, /* NextToken */
    {8450, 0, 0, 307, 0, 1}, /* SortBy */
    {8457, 0, 0, 361, 0, 1}, /* SortOrder */
    {8553, 0, 0, 318, 0, 0}, /* ModelPackageSummaryList */
    {8440, 0, 0, 355, 0, 0}, /* NextToken */
    {8450, 0, 0, 307, 0, 1}, /* SortBy */
    {8457, 0, 0, 361, 0, 1}, /* SortOrder */
    {8440, 0, 0, 355, 0, 1}, /* NextToken */
    {8416, 0, 0, 260, 0, 1}, /* MaxResults */
    {8427, 0, 0, 298, 0, 1}, /* NameContains */
    {8397, 0, 0, 94, 0, 1}, /* CreationTimeBefore */
    {8379, 0, 0, 94, 0, 1}, /* CreationTimeAfter */
    {8577, 0, 0, 325, 0, 0}, /* Models */
    {8440, 0, 0, 355, 0, 0}, /* NextToken */
    {4515, 0, 0, 380, 0, 1}, /* PipelineExecutionArn */
    {8440, 0, 0, 355, 0, 1}, /* NextToken */
    {8416, 0, 0, 260, 0, 1}, /* MaxResults */
    {8457, 0, 0, 361, 0, 1}, /* SortOrder */
    {8584, 0, 0, 383, 0, 0}, /* PipelineExecutionSteps */
    {8440, 0, 0, 355, 0, 0}, /* NextToken */
    {2859, 0, 0, 390, 1, 1}, /* PipelineName */
    {8607, 0, 0, 94, 0, 1}, /* CreatedAfter */
    {8620, 0, 0, 94, 0, 1}, /* CreatedBefore */
    {8450, 0, 0, 494, 0, 1}, /* SortBy */
    {8457, 0, 0, 361, 0, 1}, /* SortOrder */
    {8440, 0, 0, 355, 0, 1}, /* NextToken */
    {8416, 0, 0, 260, 0, 1}, /* MaxResults */
    {4713, 0, 0, 395, 0, 3}, /* PipelineVersionAlias */
    {8634, 0, 0, 386, 0, 0}, /* PipelineExecutionSummaries */
    {8440, 0, 0, 355, 0, 0}, /* NextToken */
    {4515, 0, 0, 380, 1, 1}, /* PipelineExecutionArn */
    {8440, 0, 0, 355, 0, 1}, /* NextToken */
    {8416, 0, 0, 260, 0, 1}, /* MaxResults */
    {8661, 0, 0, 368, 0, 0}, /* PipelineParameters */
    {8440, 0, 0, 355, 0, 0}, /* NextToken */
    {8680, 0, 0, 389, 0, 1}, /* PipelineNamePrefix */
    {8607, 0, 0, 94, 0, 1}, /* CreatedAfter */
    {8620, 0, 0, 94, 0, 1}, /* CreatedBefore */
    {8450, 0, 0, 307, 0, 1}, /* SortBy */
    {8457, 0, 0, 361, 0, 1}, /* SortOrder */
    {8440, 0, 0, 355, 0, 1}, /* NextToken */
    {8416, 0, 0, 260, 0, 1}, /* MaxResults */
    {8699, 0, 0, 388, 0, 3}, /* ManagedBy */
    {8709, 0, 0, 393, 0, 0}, /* PipelineSummaries */
    {8440, 0, 0, 355, 0, 0}, /* NextToken */
    {8379, 0, 0, 94, 0, 1}, /* CreationTimeAfter */
    {8397, 0, 0, 94, 0, 1}, /* CreationTimeBefore */
    {8727, 0, 0, 94, 0, 1}, /* LastModifiedTimeAfter */
    {8749, 0, 0, 94, 0, 1}, /* LastModifiedTimeBefore */
    {8427, 0, 0, 154, 0, 1}, /* NameContains */
    {8772, 0, 0, 411, 0, 1}, /* StatusEquals */
    {8450, 0, 0, 493, 0, 1}, /* SortBy */
    {8457, 0, 0, 361, 0, 1}, /* SortOrder */
    {8440, 0, 0, 355, 0, 1}, /* NextToken */
    {8416, 0, 0, 260, 0, 1}, /* MaxResults */
    {8785, 0, 0, 412, 0, 0}, /* ProcessingJobSummaries */
    {8440, 0, 0, 355, 0, 0}, /* NextToken */
    {27, 0, 0, 454, 1, 1}, /* ResourceArn */
    {8440, 0, 0, 355, 0, 1}, /* NextToken */
    {8416, 0, 0, 250, 0, 1}, /* MaxResults */
    {39, 0, 0, 507, 0, 0}, /* Tags */
    {8440, 0, 0, 355, 0, 0}, /* NextToken */
    {8440, 0, 0, 355, 0, 1}, /* NextToken */
    {8416, 0, 0, 260, 0, 1}, /* MaxResults */
    {8379, 0, 0, 94, 0, 1}, /* CreationTimeAfter */
    {8397, 0, 0, 94, 0, 1}, /* CreationTimeBefore */
    {8727, 0, 0, 94, 0, 1}, /* LastModifiedTimeAfter */
    {8749, 0, 0, 94, 0, 1}, /* LastModifiedTimeBefore */
    {8427, 0, 0, 351, 0, 1}, /* NameContains */
    {8772, 0, 0, 520, 0, 1}, /* StatusEquals */
    {8450, 0, 0, 493, 0, 1}, /* SortBy */
    {8457, 0, 0, 361, 0, 1}, /* SortOrder */
    {8808, 0, 0, 567, 0, 3}, /* WarmPoolStatusEquals */
    {8829, 0, 0, 524, 0, 3}, /* TrainingPlanArnEquals */
    {8851, 0, 0, 522, 0, 0}, /* TrainingJobSummaries */
    {8440, 0, 0, 355, 0, 0}, /* NextToken */
    {8872, 0, 0, 2, 0, 0}, /* MlflowResourceArn */
    {8890, 0, 0, 66, 0, 0}, /* MlflowExperimentName */
    {2824, 0, 0, 256, 0, 0}, /* ManagedStorageType */
    {8922, 0, 0, 18, 0, 0}, /* CommitId */
    {8931, 0, 0, 18, 0, 0}, /* Repository */
    {8942, 0, 0, 18, 0, 0}, /* GeneratedBy */
    {8954, 0, 0, 18, 0, 0}, /* ProjectId */
    {6371, 0, 0, 266, 0, 0}, /* MetricName */
    {1428, 0, 0, 176, 0, 0}, /* Value */
    {8964, 0, 0, 94, 0, 0}, /* Timestamp */
    {44, 0, 0, 266, 1, 0}, /* Name */
    {8974, 0, 0, 268, 1, 0}, /* Regex */
    {8980, 0, 0, 271, 1, 0}, /* MetricsEndpointPath */
    {9000, 0, 0, 267, 0, 0}, /* MetricPublishFrequencyInSeconds */
    {1501, 0, 0, 4, 1, 0}, /* ContentType */
    {6242, 0, 0, 77, 0, 0}, /* ContentDigest */
    {247, 0, 0, 469, 1, 0}, /* S3Uri */
    {8872, 0, 0, 273, 1, 0}, /* MlflowResourceArn */
    {8890, 0, 0, 66, 0, 0}, /* MlflowExperimentName */
    {9130, 0, 0, 66, 0, 0}, /* MlflowRunName */
    {9144, 0, 0, 2, 0, 0}, /* MlflowExperimentId */
    {9163, 0, 0, 2, 0, 0}, /* MlflowRunId */
    {2239, 0, 0, 297, 0, 0}, /* ModelName */
    {2249, 0, 0, 71, 0, 0}, /* PrimaryContainer */
    {61, 0, 0, 72, 0, 0}, /* Containers */
    {2266, 0, 0, 208, 0, 0}, /* InferenceExecutionConfig */
    {2291, 0, 0, 463, 0, 0}, /* ExecutionRoleArn */
    {2308, 0, 0, 565, 0, 0}, /* VpcConfig */
    {4330, 0, 0, 94, 0, 0}, /* CreationTime */
    {2341, 0, 0, 2, 0, 0}, /* ModelArn */
    {2318, 0, 0, 5, 0, 0}, /* EnableNetworkIsolation */
    {39, 0, 0, 507, 0, 0}, /* Tags */
    {4343, 0, 0, 122, 0, 0}, /* DeploymentRecommendation */
    {9175, 0, 0, 5, 1, 0}, /* AcceptEula */
    {9226, 0, 0, 469, 0, 0}, /* S3ModelArtifacts */
    {9260, 0, 0, 2, 0, 0}, /* ModelCardArn */
    {9273, 0, 0, 150, 0, 0}, /* ModelCardName */
    {9287, 0, 0, 43, 0, 0}, /* ModelCardVersion */
    {9304, 0, 0, 282, 0, 0}, /* Content */
    {9312, 0, 0, 284, 0, 0}, /* ModelCardStatus */
    {2784, 0, 0, 283, 0, 0}, /* SecurityConfig */
    {4330, 0, 0, 94, 0, 0}, /* CreationTime */
    {4368, 0, 0, 560, 0, 0}, /* CreatedBy */
    {4207, 0, 0, 94, 0, 0}, /* LastModifiedTime */
    {4480, 0, 0, 560, 0, 0}, /* LastModifiedBy */
    {39, 0, 0, 507, 0, 0}, /* Tags */
    {9328, 0, 0, 154, 0, 0}, /* ModelId */
    {9336, 0, 0, 154, 0, 0}, /* RiskRating */
    {1652, 0, 0, 154, 0, 0}, /* ModelPackageGroupName */
    {716, 0, 0, 228, 0, 0}, /* KmsKeyId */
    {9385, 0, 0, 43, 0, 0}, /* InvocationsTimeoutInSeconds */
    {9413, 0, 0, 43, 0, 0}, /* InvocationsMaxRetries */
    {5563, 0, 0, 2, 0, 0}, /* EndpointName */
    {5576, 0, 0, 2, 0, 0}, /* EndpointArn */
    {4330, 0, 0, 94, 0, 0}, /* CreationTime */
    {4207, 0, 0, 94, 0, 0}, /* LastModifiedTime */
    {5644, 0, 0, 2, 0, 0}, /* EndpointStatus */
    {9435, 0, 0, 5, 0, 0}, /* Enabled */
    {9443, 0, 0, 276, 0, 0}, /* Model */
    {9449, 0, 0, 287, 0, 0}, /* Endpoints */
    {9459, 0, 0, 537, 0, 0}, /* LastBatchTransformJob */
    {5659, 0, 0, 292, 0, 0}, /* MonitoringSchedules */
    {2799, 0, 0, 290, 0, 0}, /* ModelCard */
    {9260, 0, 0, 2, 0, 0}, /* ModelCardArn */
    {9273, 0, 0, 150, 0, 0}, /* ModelCardName */
    {9287, 0, 0, 43, 0, 0}, /* ModelCardVersion */
    {9312, 0, 0, 284, 0, 0}, /* ModelCardStatus */
    {2784, 0, 0, 283, 0, 0}, /* SecurityConfig */
    {4330, 0, 0, 94, 0, 0}, /* CreationTime */
    {4368, 0, 0, 560, 0, 0}, /* CreatedBy */
    {4207, 0, 0, 94, 0, 0}, /* LastModifiedTime */
    {4480, 0, 0, 560, 0, 0}, /* LastModifiedBy */
    {39, 0, 0, 507, 0, 0}, /* Tags */
    {9328, 0, 0, 154, 0, 0}, /* ModelId */
    {9336, 0, 0, 154, 0, 0}, /* RiskRating */
    {4885, 0, 0, 2, 0, 0}, /* MonitoringScheduleArn */
    {9481, 0, 0, 2, 0, 0}, /* MonitoringScheduleName */
    {9504, 0, 0, 2, 0, 0}, /* MonitoringScheduleStatus */
    {9529, 0, 0, 2, 0, 0}, /* MonitoringType */
    {4643, 0, 0, 2, 0, 0}, /* FailureReason */
    {4330, 0, 0, 94, 0, 0}, /* CreationTime */
    {4207, 0, 0, 94, 0, 0}, /* LastModifiedTime */
    {9544, 0, 0, 347, 0, 0}, /* MonitoringScheduleConfig */
    {5563, 0, 0, 2, 0, 0}, /* EndpointName */
    {9569, 0, 0, 328, 0, 0}, /* MonitoringAlertSummaries */
    {9594, 0, 0, 336, 0, 0}, /* LastMonitoringExecutionSummary */
    {9625, 0, 0, 39, 0, 0}, /* BatchTransformInput */
    {223, 0, 0, 467, 0, 0}, /* S3DataSource */
    {9645, 0, 0, 104, 1, 0}, /* DataInputConfig */
    {9661, 0, 0, 150, 1, 0}, /* Stage */
    {9667, 0, 0, 150, 1, 0}, /* StageStatus */
    {9679, 0, 0, 499, 0, 0}, /* StageDescription */
    {5300, 0, 0, 141, 0, 0}, /* ModelQuality */
    {5313, 0, 0, 141, 0, 0}, /* ModelDataQuality */
    {5280, 0, 0, 42, 0, 0}, /* Bias */
    {5285, 0, 0, 159, 0, 0}, /* Explainability */
    {1992, 0, 0, 150, 0, 0}, /* ModelPackageName */
    {1652, 0, 0, 150, 0, 0}, /* ModelPackageGroupName */
    {4415, 0, 0, 43, 0, 0}, /* ModelPackageVersion */
    {2445, 0, 0, 311, 0, 0}, /* ModelPackageRegistrationType */
    {2843, 0, 0, 300, 0, 0}, /* ModelPackageArn */
    {2421, 0, 0, 149, 0, 0}, /* ModelPackageDescription */
    {4330, 0, 0, 94, 0, 0}, /* CreationTime */
    {2474, 0, 0, 210, 0, 0}, /* InferenceSpecification */
    {2521, 0, 0, 497, 0, 0}, /* SourceAlgorithmSpecification */
    {2497, 0, 0, 322, 0, 0}, /* ValidationSpecification */
    {4435, 0, 0, 2, 0, 0}, /* ModelPackageStatus */
    {4454, 0, 0, 314, 0, 0}, /* ModelPackageStatusDetails */
    {2550, 0, 0, 5, 0, 0}, /* CertifyForMarketplace */
    {2572, 0, 0, 278, 0, 0}, /* ModelApprovalStatus */
    {4368, 0, 0, 560, 0, 0}, /* CreatedBy */
    {2592, 0, 0, 262, 0, 0}, /* MetadataProperties */
    {2611, 0, 0, 296, 0, 0}, /* ModelMetrics */
    {4207, 0, 0, 94, 0, 0}, /* LastModifiedTime */
    {4480, 0, 0, 560, 0, 0}, /* LastModifiedBy */
    {4495, 0, 0, 18, 0, 0}, /* ApprovalDescription */
    {2636, 0, 0, 154, 0, 0}, /* Domain */
    {2643, 0, 0, 154, 0, 0}, /* Task */
    {2648, 0, 0, 154, 0, 0}, /* SamplePayloadUrl */
    {2712, 0, 0, 9, 0, 0}, /* AdditionalInferenceSpecifications */
    {2774, 0, 0, 313, 0, 0}, /* SourceUri */
    {2784, 0, 0, 312, 0, 0}, /* SecurityConfig */
    {2799, 0, 0, 310, 0, 0}, /* ModelCard */
    {2809, 0, 0, 295, 0, 0}, /* ModelLifeCycle */
    {39, 0, 0, 507, 0, 0}, /* Tags */
    {2665, 0, 0, 98, 0, 0}, /* CustomerMetadataProperties */
    {2692, 0, 0, 138, 0, 0}, /* DriftCheckBaselines */
    {2754, 0, 0, 492, 0, 0}, /* SkipModelValidation */
    {2400, 0, 0, 306, 1, 0}, /* ModelPackageGroupArn */
    {9816, 0, 0, 300, 0, 0}, /* SourceModelPackageArn */
    {1883, 0, 0, 73, 0, 0}, /* ContainerHostname */
    {1901, 0, 0, 74, 0, 0}, /* Image */
    {9838, 0, 0, 77, 0, 0}, /* ImageDigest */
    {1924, 0, 0, 469, 0, 0}, /* ModelDataUrl */
    {1937, 0, 0, 293, 0, 0}, /* ModelDataSource */
    {9850, 0, 0, 425, 0, 0}, /* ProductId */
    {1980, 0, 0, 152, 0, 0}, /* Environment */
    {9860, 0, 0, 294, 0, 0}, /* ModelInput */
    {9871, 0, 0, 154, 0, 0}, /* Framework */
    {9881, 0, 0, 304, 0, 0}, /* FrameworkVersion */
    {9898, 0, 0, 154, 0, 0}, /* NearestModelName */
    {1953, 0, 0, 12, 0, 0}, /* AdditionalModelDataSources */
    {9915, 0, 0, 13, 0, 0}, /* AdditionalS3DataSource */
    {9938, 0, 0, 154, 0, 0}, /* ModelDataETag */
    {9952, 0, 0, 5, 0, 0}, /* IsCheckpoint */
    {9965, 0, 0, 36, 0, 0}, /* BaseModel */
    {1652, 0, 0, 150, 0, 0}, /* ModelPackageGroupName */
    {2400, 0, 0, 306, 0, 0}, /* ModelPackageGroupArn */
    {2350, 0, 0, 149, 0, 0}, /* ModelPackageGroupDescription */
    {4330, 0, 0, 94, 0, 0}, /* CreationTime */
    {4368, 0, 0, 560, 0, 0}, /* CreatedBy */
    {4378, 0, 0, 2, 0, 0}, /* ModelPackageGroupStatus */
    {39, 0, 0, 507, 0, 0}, /* Tags */
    {1652, 0, 0, 150, 0, 0}, /* ModelPackageGroupName */
    {2400, 0, 0, 306, 0, 0}, /* ModelPackageGroupArn */
    {2350, 0, 0, 149, 0, 0}, /* ModelPackageGroupDescription */
    {4330, 0, 0, 94, 0, 0}, /* CreationTime */
    {4378, 0, 0, 2, 0, 0}, /* ModelPackageGroupStatus */
    {2379, 0, 0, 255, 0, 0}, /* ManagedConfiguration */
    {10101, 0, 0, 282, 0, 0}, /* ModelCardContent */
    {9312, 0, 0, 284, 0, 0}, /* ModelCardStatus */
    {716, 0, 0, 228, 1, 0}, /* KmsKeyId */
    {10172, 0, 0, 316, 0, 0}, /* ValidationStatuses */
    {10191, 0, 0, 316, 0, 0}, /* ImageScanStatuses */
    {44, 0, 0, 150, 0, 0}, /* Name */
    {6388, 0, 0, 2, 0, 0}, /* Status */
    {4643, 0, 0, 154, 0, 0}, /* FailureReason */
    {1992, 0, 0, 150, 0, 0}, /* ModelPackageName */
    {1652, 0, 0, 150, 0, 0}, /* ModelPackageGroupName */
    {4415, 0, 0, 43, 0, 0}, /* ModelPackageVersion */
    {2843, 0, 0, 300, 0, 0}, /* ModelPackageArn */
    {2421, 0, 0, 149, 0, 0}, /* ModelPackageDescription */
    {4330, 0, 0, 94, 0, 0}, /* CreationTime */
    {4435, 0, 0, 2, 0, 0}, /* ModelPackageStatus */
    {2572, 0, 0, 278, 0, 0}, /* ModelApprovalStatus */
    {2809, 0, 0, 295, 0, 0}, /* ModelLifeCycle */
    {2445, 0, 0, 311, 0, 0}, /* ModelPackageRegistrationType */
    {10236, 0, 0, 150, 1, 0}, /* ProfileName */
    {10248, 0, 0, 538, 1, 0}, /* TransformJobDefinition */
    {10271, 0, 0, 463, 1, 0}, /* ValidationRole */
    {10286, 0, 0, 321, 1, 0}, /* ValidationProfiles */
    {857, 0, 0, 4, 0, 0}, /* Arn */
    {2239, 0, 0, 297, 0, 0}, /* ModelName */
    {2341, 0, 0, 2, 0, 0}, /* ModelArn */
    {4330, 0, 0, 94, 0, 0}, /* CreationTime */
    {10305, 0, 0, 288, 0, 0}, /* ModelDashboardIndicator */
    {10329, 0, 0, 2, 0, 0}, /* MonitoringAlertName */
    {4330, 0, 0, 94, 0, 0}, /* CreationTime */
    {4207, 0, 0, 94, 0, 0}, /* LastModifiedTime */
    {10349, 0, 0, 2, 0, 0}, /* AlertStatus */
    {10361, 0, 0, 43, 0, 0}, /* DatapointsToAlert */
    {10379, 0, 0, 43, 0, 0}, /* EvaluationPeriod */
    {10396, 0, 0, 326, 0, 0}, /* Actions */
    {463, 0, 0, 15, 0, 0}, /* ImageUri */
    {404, 0, 0, 70, 0, 0}, /* ContainerEntrypoint */
    {424, 0, 0, 61, 0, 0}, /* ContainerArguments */
    {10404, 0, 0, 469, 0, 0}, /* RecordPreprocessorSourceUri */
    {10432, 0, 0, 469, 0, 0}, /* PostAnalyticsProcessorSourceUri */
    {10464, 0, 0, 150, 0, 0}, /* BaseliningJobName */
    {10482, 0, 0, 332, 0, 0}, /* ConstraintsResource */
    {10502, 0, 0, 332, 0, 0}, /* StatisticsResource */
    {7233, 0, 0, 260, 0, 0}, /* InstanceCount */
    {4108, 0, 0, 409, 0, 0}, /* InstanceType */
    {4121, 0, 0, 424, 0, 0}, /* VolumeSizeInGB */
    {7893, 0, 0, 228, 0, 0}, /* VolumeKmsKeyId */
    {247, 0, 0, 469, 0, 0}, /* S3Uri */
    {10521, 0, 0, 5, 0, 0}, /* Header */
    {10528, 0, 0, 333, 0, 0}, /* Csv */
    {10532, 0, 0, 340, 0, 0}, /* Json */
    {10537, 0, 0, 119, 0, 0}, /* Parquet */
    {9481, 0, 0, 2, 0, 0}, /* MonitoringScheduleName */
    {10545, 0, 0, 94, 0, 0}, /* ScheduledTime */
    {4330, 0, 0, 94, 0, 0}, /* CreationTime */
    {4207, 0, 0, 94, 0, 0}, /* LastModifiedTime */
    {10559, 0, 0, 2, 0, 0}, /* MonitoringExecutionStatus */
    {3191, 0, 0, 2, 0, 0}, /* ProcessingJobArn */
    {5563, 0, 0, 2, 0, 0}, /* EndpointName */
    {4643, 0, 0, 2, 0, 0}, /* FailureReason */
    {10585, 0, 0, 2, 0, 0}, /* MonitoringJobDefinitionName */
    {9529, 0, 0, 2, 0, 0}, /* MonitoringType */
    {10613, 0, 0, 148, 0, 0}, /* EndpointInput */
    {9625, 0, 0, 39, 0, 0}, /* BatchTransformInput */
    {10627, 0, 0, 330, 0, 0}, /* BaselineConfig */
    {10642, 0, 0, 338, 0, 0}, /* MonitoringInputs */
    {10659, 0, 0, 342, 0, 0}, /* MonitoringOutputConfig */
    {10682, 0, 0, 344, 0, 0}, /* MonitoringResources */
    {10702, 0, 0, 329, 0, 0}, /* MonitoringAppSpecification */
    {3125, 0, 0, 349, 0, 0}, /* StoppingCondition */
    {1980, 0, 0, 335, 0, 0}, /* Environment */
    {3160, 0, 0, 354, 0, 0}, /* NetworkConfig */
    {2979, 0, 0, 463, 0, 0}, /* RoleArn */
    {10729, 0, 0, 5, 0, 0}, /* Line */
    {10734, 0, 0, 345, 0, 0}, /* S3Output */
    {10743, 0, 0, 343, 0, 0}, /* MonitoringOutputs */
    {716, 0, 0, 228, 0, 0}, /* KmsKeyId */
    {10761, 0, 0, 331, 0, 0}, /* ClusterConfig */
    {247, 0, 0, 2, 0, 0}, /* S3Uri */
    {1020, 0, 0, 4, 0, 0}, /* LocalPath */
    {10775, 0, 0, 422, 0, 0}, /* S3UploadMode */
    {4885, 0, 0, 2, 0, 0}, /* MonitoringScheduleArn */
    {9481, 0, 0, 2, 0, 0}, /* MonitoringScheduleName */
    {9504, 0, 0, 2, 0, 0}, /* MonitoringScheduleStatus */
    {9529, 0, 0, 2, 0, 0}, /* MonitoringType */
    {4643, 0, 0, 2, 0, 0}, /* FailureReason */
    {4330, 0, 0, 94, 0, 0}, /* CreationTime */
    {4207, 0, 0, 94, 0, 0}, /* LastModifiedTime */
    {9544, 0, 0, 347, 0, 0}, /* MonitoringScheduleConfig */
    {5563, 0, 0, 2, 0, 0}, /* EndpointName */
    {9594, 0, 0, 336, 0, 0}, /* LastMonitoringExecutionSummary */
    {39, 0, 0, 507, 0, 0}, /* Tags */
    {10788, 0, 0, 471, 0, 0}, /* ScheduleConfig */
    {10803, 0, 0, 339, 0, 0}, /* MonitoringJobDefinition */
    {10585, 0, 0, 2, 0, 0}, /* MonitoringJobDefinitionName */
    {9529, 0, 0, 2, 0, 0}, /* MonitoringType */
    {10827, 0, 0, 43, 0, 0}, /* MaxRuntimeInSeconds */
    {10847, 0, 0, 280, 0, 0}, /* ModelCacheSetting */
    {10880, 0, 0, 266, 1, 0}, /* NestedPropertyName */
    {10899, 0, 0, 172, 1, 0}, /* Filters */
    {3311, 0, 364, 5, 0, 2}, /* EnableInterContainerTrafficEncryption */
    {2318, 0, 0, 5, 0, 0}, /* EnableNetworkIsolation */
    {2308, 0, 0, 565, 0, 2}, /* VpcConfig */
    {10907, 0, 0, 43, 0, 0}, /* Succeeded */
    {10917, 0, 0, 43, 0, 0}, /* Pending */
    {10925, 0, 0, 43, 0, 0}, /* Failed */
    {10932, 0, 0, 470, 0, 0}, /* S3StorageConfig */
    {10948, 0, 0, 5, 0, 0}, /* DisableGlueTableCreation */
    {10973, 0, 0, 102, 0, 0}, /* DataCatalogConfig */
    {10991, 0, 0, 2, 0, 0}, /* TableFormat */
    {6388, 0, 0, 2, 0, 0}, /* Status */
    {11003, 0, 0, 2, 0, 0}, /* BlockedReason */
    {2784, 0, 0, 283, 0, 0}, /* SecurityConfig */
    {11017, 0, 0, 5, 0, 0}, /* EnableOnlineStore */
    {11035, 0, 0, 554, 0, 0}, /* TtlDuration */
    {11047, 0, 0, 2, 0, 0}, /* StorageType */
    {716, 0, 11196, 228, 0, 2}, /* KmsKeyId */
    {4014, 0, 0, 469, 1, 0}, /* S3OutputPath */
    {253, 0, 0, 362, 0, 0}, /* CompressionType */
    {44, 0, 0, 4, 0, 0}, /* Name */
    {1428, 0, 0, 18, 0, 0}, /* Value */
    {11200, 0, 0, 258, 1, 0}, /* MaxParallelExecutionSteps */
    {44, 0, 0, 391, 1, 0}, /* Name */
    {1428, 0, 0, 18, 1, 0}, /* Value */
    {11226, 0, 0, 80, 0, 0}, /* IntegerParameterRanges */
    {11249, 0, 0, 80, 0, 0}, /* ContinuousParameterRanges */
    {11275, 0, 0, 50, 0, 0}, /* CategoricalParameterRanges */
    {11302, 0, 0, 35, 0, 0}, /* AutoParameters */
    {5868, 0, 0, 157, 0, 0}, /* TrialName */
    {5820, 0, 0, 157, 0, 0}, /* ExperimentName */
    {7486, 0, 0, 2, 0, 0}, /* HyperParameterTuningJobName */
    {3035, 0, 0, 2, 0, 0}, /* PipelineArn */
    {2859, 0, 0, 389, 0, 0}, /* PipelineName */
    {2872, 0, 0, 389, 0, 0}, /* PipelineDisplayName */
    {2940, 0, 0, 378, 0, 0}, /* PipelineDescription */
    {2979, 0, 0, 463, 0, 0}, /* RoleArn */
    {4734, 0, 0, 2, 0, 0}, /* PipelineStatus */
    {4330, 0, 0, 94, 0, 0}, /* CreationTime */
    {4207, 0, 0, 94, 0, 0}, /* LastModifiedTime */
    {4749, 0, 0, 94, 0, 0}, /* LastRunTime */
    {4368, 0, 0, 560, 0, 0}, /* CreatedBy */
    {4480, 0, 0, 560, 0, 0}, /* LastModifiedBy */
    {2987, 0, 0, 366, 0, 0}, /* ParallelismConfiguration */
    {39, 0, 0, 507, 0, 0}, /* Tags */
    {11322, 0, 0, 46, 1, 0}, /* Bucket */
    {11329, 0, 0, 173, 1, 0}, /* ObjectKey */
    {11339, 0, 0, 173, 0, 3}, /* VersionId */
    {3035, 0, 0, 2, 0, 0}, /* PipelineArn */
    {4515, 0, 0, 380, 0, 0}, /* PipelineExecutionArn */
    {4536, 0, 0, 381, 0, 0}, /* PipelineExecutionDisplayName */
    {4565, 0, 0, 2, 0, 0}, /* PipelineExecutionStatus */
    {4589, 0, 0, 378, 0, 0}, /* PipelineExecutionDescription */
    {4618, 0, 0, 387, 0, 0}, /* PipelineExperimentConfig */
    {4643, 0, 0, 2, 0, 0}, /* FailureReason */
    {4330, 0, 0, 94, 0, 0}, /* CreationTime */
    {4207, 0, 0, 94, 0, 0}, /* LastModifiedTime */
    {4368, 0, 0, 560, 0, 0}, /* CreatedBy */
    {4480, 0, 0, 560, 0, 0}, /* LastModifiedBy */
    {2987, 0, 0, 366, 0, 0}, /* ParallelismConfiguration */
    {4657, 0, 0, 483, 0, 0}, /* SelectiveExecutionConfig */
    {8661, 0, 0, 368, 0, 0}, /* PipelineParameters */
    {4682, 0, 0, 397, 0, 0}, /* PipelineVersionId */
    {4761, 0, 0, 2, 0, 0}, /* PipelineVersionDisplayName */
    {1732, 0, 0, 2, 0, 0}, /* StepName */
    {11458, 0, 0, 2, 0, 0}, /* StepDisplayName */
    {11474, 0, 0, 2, 0, 0}, /* StepDescription */
    {8303, 0, 0, 94, 0, 0}, /* StartTime */
    {8285, 0, 0, 94, 0, 0}, /* EndTime */
    {11490, 0, 0, 2, 0, 0}, /* StepStatus */
    {11501, 0, 0, 47, 0, 0}, /* CacheHitResult */
    {4643, 0, 0, 2, 0, 0}, /* FailureReason */
    {11516, 0, 0, 384, 0, 0}, /* Metadata */
    {11525, 0, 0, 43, 0, 0}, /* AttemptCount */
    {11538, 0, 0, 47, 0, 0}, /* SelectiveExecutionResult */
    {11563, 0, 0, 223, 0, 0}, /* IterationContext */
    {11580, 0, 0, 33, 0, 0}, /* TrainingJob */
    {11592, 0, 0, 33, 0, 0}, /* ProcessingJob */
    {11606, 0, 0, 33, 0, 0}, /* TransformJob */
    {11619, 0, 0, 33, 0, 0}, /* TuningJob */
    {9443, 0, 0, 323, 0, 0}, /* Model */
    {11629, 0, 0, 323, 0, 0}, /* RegisterModel */
    {11643, 0, 0, 69, 0, 0}, /* Condition */
    {11653, 0, 0, 48, 0, 0}, /* Callback */
    {11662, 0, 0, 229, 0, 0}, /* Lambda */
    {11669, 0, 0, 143, 0, 0}, /* EMR */
    {11673, 0, 0, 142, 0, 0}, /* EMRServerless */
    {11687, 0, 0, 439, 0, 0}, /* QualityCheck */
    {11700, 0, 0, 57, 0, 0}, /* ClarifyCheck */
    {11713, 0, 0, 160, 0, 0}, /* Fail */
    {11718, 0, 0, 33, 0, 0}, /* AutoMLJob */
    {11728, 0, 0, 33, 0, 0}, /* Endpoint */
    {11737, 0, 0, 33, 0, 0}, /* EndpointConfig */
    {11752, 0, 0, 40, 0, 0}, /* BedrockCustomModel */
    {11771, 0, 0, 40, 0, 0}, /* BedrockCustomModelDeployment */
    {11800, 0, 0, 40, 0, 0}, /* BedrockProvisionedModelThroughput */
    {11834, 0, 0, 40, 0, 0}, /* BedrockModelImport */
    {11853, 0, 0, 33, 0, 0}, /* InferenceComponent */
    {11872, 0, 0, 232, 0, 0}, /* Lineage */
    {11880, 0, 0, 40, 0, 0}, /* Job */
    {11884, 0, 0, 29, 0, 0}, /* Athena */
    {11891, 0, 0, 60, 0, 0}, /* Cleanup */
    {11899, 0, 0, 178, 0, 0}, /* ForEach */
    {11907, 0, 0, 183, 0, 0}, /* HubContent */
    {4515, 0, 0, 380, 0, 0}, /* PipelineExecutionArn */
    {8303, 0, 0, 94, 0, 0}, /* StartTime */
    {4565, 0, 0, 2, 0, 0}, /* PipelineExecutionStatus */
    {4589, 0, 0, 378, 0, 0}, /* PipelineExecutionDescription */
    {4536, 0, 0, 381, 0, 0}, /* PipelineExecutionDisplayName */
    {11918, 0, 0, 2, 0, 0}, /* PipelineExecutionFailureReason */
    {3012, 0, 0, 396, 0, 0}, /* PipelineVersionAliases */
    {5820, 0, 0, 157, 0, 0}, /* ExperimentName */
    {5868, 0, 0, 157, 0, 0}, /* TrialName */
    {3035, 0, 0, 2, 0, 0}, /* PipelineArn */
    {2859, 0, 0, 389, 0, 0}, /* PipelineName */
    {2872, 0, 0, 389, 0, 0}, /* PipelineDisplayName */
    {2940, 0, 0, 378, 0, 0}, /* PipelineDescription */
    {2979, 0, 0, 463, 0, 0}, /* RoleArn */
    {4330, 0, 0, 94, 0, 0}, /* CreationTime */
    {4207, 0, 0, 94, 0, 0}, /* LastModifiedTime */
    {12116, 0, 0, 94, 0, 0}, /* LastExecutionTime */
    {3035, 0, 0, 2, 0, 0}, /* PipelineArn */
    {4682, 0, 0, 397, 0, 0}, /* PipelineVersionId */
    {4761, 0, 0, 2, 0, 0}, /* PipelineVersionDisplayName */
    {4788, 0, 0, 2, 0, 0}, /* PipelineVersionDescription */
    {4330, 0, 0, 94, 0, 0}, /* CreationTime */
    {4207, 0, 0, 94, 0, 0}, /* LastModifiedTime */
    {4368, 0, 0, 560, 0, 0}, /* CreatedBy */
    {4480, 0, 0, 560, 0, 0}, /* LastModifiedBy */
    {12134, 0, 0, 380, 0, 0}, /* LastExecutedPipelineExecutionArn */
    {12167, 0, 0, 381, 0, 0}, /* LastExecutedPipelineExecutionDisplayName */
    {12208, 0, 0, 2, 0, 0}, /* LastExecutedPipelineExecutionStatus */
    {3012, 0, 0, 396, 0, 0}, /* PipelineVersionAliases */
    {12267, 0, 0, 4, 0, 0}, /* UltraServerId */
    {7233, 0, 0, 257, 1, 0}, /* InstanceCount */
    {12281, 0, 0, 43, 0, 0}, /* PrefixLength */
    {12294, 0, 0, 43, 0, 0}, /* ConcurrencyThreshold */
    {7233, 0, 0, 260, 0, 0}, /* InstanceCount */
    {4108, 0, 0, 409, 0, 2}, /* InstanceType */
    {4121, 0, 0, 424, 1, 2}, /* VolumeSizeInGB */
    {7893, 0, 11196, 228, 0, 2}, /* VolumeKmsKeyId */
    {12315, 0, 0, 408, 0, 3}, /* InstancePreferences */
    {12335, 0, 0, 409, 0, 3}, /* SelectedInstanceType */
    {12356, 0, 0, 260, 0, 3}, /* SelectedInstanceCount */
    {6029, 0, 0, 164, 1, 0}, /* FeatureGroupName */
    {12378, 0, 0, 154, 1, 0}, /* InputName */
    {12388, 0, 364, 5, 0, 3}, /* AppManaged */
    {12399, 0, 0, 420, 0, 0}, /* S3Input */
    {12407, 0, 0, 107, 0, 3}, /* DatasetDefinition */
    {4108, 0, 0, 409, 1, 0}, /* InstanceType */
    {7233, 0, 0, 260, 0, 0}, /* InstanceCount */
    {3047, 0, 0, 406, 0, 0}, /* ProcessingInputs */
    {3064, 0, 0, 416, 0, 0}, /* ProcessingOutputConfig */
    {3087, 0, 0, 150, 0, 0}, /* ProcessingJobName */
    {3105, 0, 0, 418, 0, 0}, /* ProcessingResources */
    {3125, 0, 0, 423, 0, 0}, /* StoppingCondition */
    {3143, 0, 0, 17, 0, 0}, /* AppSpecification */
    {1980, 0, 0, 403, 0, 0}, /* Environment */
    {3160, 0, 0, 354, 0, 0}, /* NetworkConfig */
    {2979, 0, 0, 463, 0, 0}, /* RoleArn */
    {3174, 0, 0, 156, 0, 0}, /* ExperimentConfig */
    {3191, 0, 0, 2, 0, 0}, /* ProcessingJobArn */
    {4815, 0, 0, 411, 0, 0}, /* ProcessingJobStatus */
    {4835, 0, 0, 2, 0, 0}, /* ExitMessage */
    {4643, 0, 0, 2, 0, 0}, /* FailureReason */
    {4847, 0, 0, 94, 0, 0}, /* ProcessingEndTime */
    {4865, 0, 0, 94, 0, 0}, /* ProcessingStartTime */
    {4207, 0, 0, 94, 0, 0}, /* LastModifiedTime */
    {4330, 0, 0, 94, 0, 0}, /* CreationTime */
    {4885, 0, 0, 2, 0, 0}, /* MonitoringScheduleArn */
    {4907, 0, 0, 2, 0, 0}, /* AutoMLJobArn */
    {3621, 0, 0, 2, 0, 0}, /* TrainingJobArn */
    {39, 0, 0, 507, 0, 0}, /* Tags */
    {3087, 0, 0, 150, 0, 0}, /* ProcessingJobName */
    {3191, 0, 0, 2, 0, 0}, /* ProcessingJobArn */
    {4330, 0, 0, 94, 0, 0}, /* CreationTime */
    {4847, 0, 0, 94, 0, 0}, /* ProcessingEndTime */
    {4207, 0, 0, 94, 0, 0}, /* LastModifiedTime */
    {4815, 0, 0, 411, 0, 0}, /* ProcessingJobStatus */
    {4643, 0, 0, 2, 0, 0}, /* FailureReason */
    {4835, 0, 0, 2, 0, 0}, /* ExitMessage */
    {15715, 0, 0, 154, 1, 0}, /* OutputName */
    {10734, 0, 0, 421, 0, 0}, /* S3Output */
    {15726, 0, 0, 404, 0, 3}, /* FeatureStoreOutput */
    {12388, 0, 364, 5, 0, 3}, /* AppManaged */
    {15745, 0, 0, 417, 1, 0}, /* Outputs */
    {716, 0, 11196, 228, 0, 2}, /* KmsKeyId */
    {10761, 0, 0, 401, 1, 0}, /* ClusterConfig */
    {247, 0, 0, 469, 1, 0}, /* S3Uri */
    {1020, 0, 0, 4, 0, 0}, /* LocalPath */
    {236, 0, 15775, 419, 1, 1}, /* S3DataType */
    {1030, 0, 320, 213, 0, 1}, /* S3InputMode */
    {1042, 0, 0, 103, 0, 0}, /* S3DataDistributionType */
    {15791, 0, 1513, 68, 0, 1}, /* S3CompressionType */
    {247, 0, 0, 469, 1, 0}, /* S3Uri */
    {1020, 0, 0, 4, 0, 0}, /* LocalPath */
    {10775, 0, 15809, 422, 1, 2}, /* S3UploadMode */
    {10827, 0, 0, 414, 1, 0}, /* MaxRuntimeInSeconds */
    {15869, 0, 0, 2, 0, 0}, /* MlReservationArn */
    {15886, 0, 0, 2, 0, 0}, /* CapacityReservationPreference */
    {5499, 0, 0, 43, 0, 0}, /* TotalInstanceCount */
    {5518, 0, 0, 43, 0, 0}, /* AvailableInstanceCount */
    {5541, 0, 0, 43, 0, 0}, /* UsedByCurrentEndpoint */
    {15916, 0, 0, 145, 0, 0}, /* Ec2CapacityReservations */
    {6388, 0, 0, 2, 0, 0}, /* Status */
    {20126, 0, 0, 43, 0, 0}, /* MinInstanceCount */
    {20143, 0, 0, 43, 0, 0}, /* MaxInstanceCount */
    {20160, 0, 0, 429, 0, 0}, /* ScaleInPolicy */
    {7313, 0, 0, 2, 0, 0}, /* Strategy */
    {20174, 0, 0, 43, 0, 0}, /* MaximumStepSize */
    {20190, 0, 0, 43, 0, 0}, /* CooldownInMinutes */
    {20208, 0, 0, 2, 0, 0}, /* RoutingStrategy */
    {20224, 0, 0, 400, 0, 0}, /* PrefixAwareRoutingConfig */
    {20249, 0, 0, 43, 0, 0}, /* MemorySizeInMB */
    {20264, 0, 0, 43, 0, 0}, /* MaxConcurrency */
    {20279, 0, 0, 43, 0, 0}, /* ProvisionedConcurrency */
    {6388, 0, 0, 2, 0, 0}, /* Status */
    {1410, 0, 0, 2, 0, 0}, /* StatusMessage */
    {8303, 0, 0, 94, 0, 0}, /* StartTime */
    {20302, 0, 0, 2, 0, 0}, /* VariantName */
    {20314, 0, 0, 121, 0, 0}, /* DeployedImages */
    {20329, 0, 0, 176, 0, 0}, /* CurrentWeight */
    {20343, 0, 0, 176, 0, 0}, /* DesiredWeight */
    {8159, 0, 0, 43, 0, 0}, /* CurrentInstanceCount */
    {20357, 0, 0, 43, 0, 0}, /* DesiredInstanceCount */
    {20378, 0, 0, 220, 0, 0}, /* InstancePools */
    {20392, 0, 0, 433, 0, 0}, /* VariantStatus */
    {20406, 0, 0, 431, 0, 0}, /* CurrentServerlessConfig */
    {20430, 0, 0, 431, 0, 0}, /* DesiredServerlessConfig */
    {20454, 0, 0, 428, 0, 0}, /* ManagedInstanceScaling */
    {20477, 0, 0, 430, 0, 0}, /* RoutingConfig */
    {20491, 0, 0, 426, 0, 0}, /* CapacityReservationConfig */
    {20517, 0, 0, 1, 0, 0}, /* AcceleratorPartitionLayouts */
    {4014, 0, 0, 469, 0, 0}, /* S3OutputPath */
    {20545, 0, 0, 437, 0, 0}, /* ProfilingIntervalInMilliseconds */
    {20577, 0, 0, 67, 0, 0}, /* ProfilingParameters */
    {20597, 0, 0, 5, 0, 0}, /* DisableProfiler */
    {20613, 0, 0, 2, 0, 0}, /* ProjectArn */
    {20624, 0, 0, 2, 0, 0}, /* ProjectName */
    {8954, 0, 0, 2, 0, 0}, /* ProjectId */
    {20636, 0, 0, 149, 0, 0}, /* ProjectDescription */
    {20655, 0, 0, 489, 0, 0}, /* ServiceCatalogProvisioningDetails */
    {20689, 0, 0, 488, 0, 0}, /* ServiceCatalogProvisionedProductDetails */
    {20729, 0, 0, 2, 0, 0}, /* ProjectStatus */
    {4368, 0, 0, 560, 0, 0}, /* CreatedBy */
    {4330, 0, 0, 94, 0, 0}, /* CreationTime */
    {20743, 0, 0, 510, 0, 0}, /* TemplateProviderDetails */
    {39, 0, 0, 507, 0, 0}, /* Tags */
    {4207, 0, 0, 94, 0, 0}, /* LastModifiedTime */
    {4480, 0, 0, 560, 0, 0}, /* LastModifiedBy */
    {1575, 0, 0, 4, 0, 0}, /* CheckType */
    {20767, 0, 0, 18, 0, 0}, /* BaselineUsedForDriftCheckStatistics */
    {1585, 0, 0, 18, 0, 0}, /* BaselineUsedForDriftCheckConstraints */
    {20803, 0, 0, 18, 0, 0}, /* CalculatedBaselineStatistics */
    {1622, 0, 0, 18, 0, 0}, /* CalculatedBaselineConstraints */
    {1652, 0, 0, 4, 0, 0}, /* ModelPackageGroupName */
    {1674, 0, 0, 18, 0, 0}, /* ViolationReport */
    {1690, 0, 0, 4, 0, 0}, /* CheckJobArn */
    {1702, 0, 0, 5, 0, 0}, /* SkipCheck */
    {1712, 0, 0, 5, 0, 0}, /* RegisterNewBaseline */
    {20832, 0, 0, 154, 0, 0}, /* RecommendationId */
    {4108, 0, 0, 427, 0, 0}, /* InstanceType */
    {1980, 0, 0, 152, 0, 0}, /* Environment */
    {5457, 0, 0, 444, 1, 0}, /* ClusterId */
    {673, 0, 0, 445, 1, 0}, /* Database */
    {20863, 0, 0, 449, 1, 0}, /* DbUser */
    {682, 0, 0, 26, 1, 0}, /* QueryString */
    {20870, 0, 0, 463, 1, 0}, /* ClusterRoleArn */
    {704, 0, 0, 469, 1, 0}, /* OutputS3Uri */
    {716, 0, 0, 228, 0, 0}, /* KmsKeyId */
    {725, 0, 0, 448, 1, 0}, /* OutputFormat */
    {738, 0, 0, 447, 0, 0}, /* OutputCompression */
    {20925, 0, 0, 5, 0, 0}, /* EnableRemoteDebug */
    {20956, 0, 0, 453, 1, 0}, /* RepositoryCredentialsProviderArn */
    {4108, 0, 0, 518, 0, 2}, /* InstanceType */
    {7233, 0, 0, 257, 0, 0}, /* InstanceCount */
    {4121, 0, 0, 257, 0, 2}, /* VolumeSizeInGB */
    {7893, 0, 11196, 228, 0, 2}, /* VolumeKmsKeyId */
    {21038, 0, 0, 227, 0, 2}, /* KeepAlivePeriodInSeconds */
    {21063, 0, 0, 217, 0, 3}, /* InstanceGroups */
    {21078, 0, 0, 524, 0, 2}, /* TrainingPlanArn */
    {21094, 0, 0, 218, 0, 2}, /* InstancePlacementConfig */
    {12315, 0, 0, 222, 0, 3}, /* InstancePreferences */
    {12335, 0, 0, 518, 0, 3}, /* SelectedInstanceType */
    {12356, 0, 0, 257, 0, 3}, /* SelectedInstanceCount */
    {21118, 0, 0, 43, 0, 0}, /* MaxNumberOfTrainingJobs */
    {21142, 0, 0, 43, 0, 0}, /* MaxParallelTrainingJobs */
    {10827, 0, 0, 43, 0, 0}, /* MaxRuntimeInSeconds */
    {4515, 0, 0, 380, 1, 1}, /* PipelineExecutionArn */
    {2960, 0, 0, 205, 1, 1}, /* ClientRequestToken */
    {2987, 0, 0, 366, 0, 1}, /* ParallelismConfiguration */
    {4515, 0, 0, 380, 0, 0}, /* PipelineExecutionArn */
    {21435, 0, 0, 261, 1, 0}, /* MaximumRetryAttempts */
    {236, 0, 21513, 466, 1, 1}, /* S3DataType */
    {247, 0, 0, 469, 1, 0}, /* S3Uri */
    {1042, 0, 0, 103, 0, 0}, /* S3DataDistributionType */
    {21564, 0, 0, 32, 0, 3}, /* AttributeNames */
    {21579, 0, 0, 216, 0, 3}, /* InstanceGroupNames */
    {21598, 0, 0, 277, 0, 2}, /* ModelAccessConfig */
    {21616, 0, 0, 179, 0, 3}, /* HubAccessConfig */
    {247, 0, 0, 469, 1, 0}, /* S3Uri */
    {236, 0, 0, 468, 1, 0}, /* S3DataType */
    {253, 0, 0, 68, 1, 0}, /* CompressionType */
    {21598, 0, 0, 277, 0, 0}, /* ModelAccessConfig */
    {21616, 0, 0, 179, 0, 0}, /* HubAccessConfig */
    {21685, 0, 0, 469, 0, 0}, /* ManifestS3Uri */
    {269, 0, 0, 154, 0, 0}, /* ETag */
    {21699, 0, 0, 154, 0, 0}, /* ManifestEtag */
    {247, 0, 0, 469, 0, 0}, /* S3Uri */
    {716, 0, 0, 228, 0, 0}, /* KmsKeyId */
    {21757, 0, 0, 469, 0, 0}, /* ResolvedOutputS3Uri */
    {21777, 0, 0, 2, 0, 0}, /* ScheduleExpression */
    {21796, 0, 0, 154, 0, 0}, /* DataAnalysisStartTime */
    {21818, 0, 0, 154, 0, 0}, /* DataAnalysisEndTime */
    {10899, 0, 0, 172, 0, 0}, /* Filters */
    {21838, 0, 0, 353, 0, 0}, /* NestedFilters */
    {21852, 0, 0, 473, 0, 0}, /* SubExpressions */
    {6357, 0, 0, 45, 0, 0}, /* Operator */
    {11580, 0, 0, 519, 0, 0}, /* TrainingJob */
    {21867, 0, 0, 155, 0, 0}, /* Experiment */
    {21878, 0, 0, 542, 0, 0}, /* Trial */
    {21884, 0, 0, 543, 0, 0}, /* TrialComponent */
    {11728, 0, 0, 147, 0, 0}, /* Endpoint */
    {21899, 0, 0, 299, 0, 0}, /* ModelPackage */
    {21912, 0, 0, 305, 0, 0}, /* ModelPackageGroup */
    {21930, 0, 0, 375, 0, 0}, /* Pipeline */
    {21939, 0, 0, 379, 0, 0}, /* PipelineExecution */
    {21957, 0, 0, 394, 0, 0}, /* PipelineVersion */
    {21973, 0, 0, 163, 0, 0}, /* FeatureGroup */
    {21986, 0, 0, 165, 0, 0}, /* FeatureMetadata */
    {22002, 0, 0, 438, 0, 0}, /* Project */
    {22010, 0, 0, 197, 0, 0}, /* HyperParameterTuningJob */
    {2799, 0, 0, 281, 0, 0}, /* ModelCard */
    {9443, 0, 0, 289, 0, 0}, /* Model */
    {11880, 0, 0, 224, 0, 0}, /* Job */
    {11907, 0, 0, 180, 0, 0}, /* HubContent */
    {22034, 0, 0, 457, 1, 1}, /* Resource */
    {22043, 0, 0, 472, 0, 1}, /* SearchExpression */
    {8450, 0, 0, 266, 0, 1}, /* SortBy */
    {8457, 0, 0, 361, 0, 1}, /* SortOrder */
    {8440, 0, 0, 355, 0, 1}, /* NextToken */
    {8416, 0, 0, 260, 0, 1}, /* MaxResults */
    {8482, 0, 8467, 95, 0, 3}, /* CrossAccountFilterOption */
    {22060, 0, 0, 564, 0, 3}, /* VisibilityConditions */
    {22081, 0, 0, 477, 0, 0}, /* Results */
    {8440, 0, 0, 355, 0, 0}, /* NextToken */
    {22089, 0, 0, 512, 0, 0}, /* TotalHits */
    {6388, 0, 0, 2, 0, 0}, /* Status */
    {8303, 0, 0, 94, 0, 0}, /* StartTime */
    {8285, 0, 0, 94, 0, 0}, /* EndTime */
    {1410, 0, 0, 2, 0, 0}, /* StatusMessage */
    {1732, 0, 0, 4, 1, 0}, /* StepName */
    {1330, 0, 0, 380, 0, 0}, /* SourcePipelineExecutionArn */
    {22113, 0, 0, 482, 1, 0}, /* SelectedSteps */
    {22307, 0, 0, 485, 1, 0}, /* BaseModelArn */
    {9175, 0, 0, 5, 0, 0}, /* AcceptEula */
    {22320, 0, 0, 487, 1, 0}, /* JobType */
    {22328, 0, 0, 100, 0, 0}, /* CustomizationTechnique */
    {22351, 0, 0, 374, 0, 0}, /* Peft */
    {22356, 0, 0, 153, 0, 0}, /* EvaluationType */
    {22371, 0, 0, 154, 0, 0}, /* EvaluatorArn */
    {22384, 0, 0, 484, 0, 0}, /* SequenceLength */
    {22421, 0, 0, 2, 0, 0}, /* ProvisionedProductId */
    {22442, 0, 0, 2, 0, 0}, /* ProvisionedProductStatusMessage */
    {9850, 0, 0, 2, 0, 0}, /* ProductId */
    {22474, 0, 0, 2, 0, 0}, /* ProvisioningArtifactId */
    {22497, 0, 0, 2, 0, 0}, /* PathId */
    {22504, 0, 0, 53, 0, 0}, /* ProvisioningParameters */
    {22527, 0, 0, 5, 0, 0}, /* EnableSessionTagChaining */
    {22552, 0, 0, 437, 1, 0}, /* Seed */
    {1924, 0, 0, 469, 0, 0}, /* ModelDataUrl */
    {1937, 0, 0, 293, 0, 0}, /* ModelDataSource */
    {9938, 0, 0, 154, 0, 0}, /* ModelDataETag */
    {306, 0, 0, 19, 1, 0}, /* AlgorithmName */
    {22625, 0, 0, 496, 1, 0}, /* SourceAlgorithms */
    {2859, 0, 0, 390, 1, 1}, /* PipelineName */
    {4536, 0, 0, 381, 0, 1}, /* PipelineExecutionDisplayName */
    {8661, 0, 0, 368, 0, 1}, /* PipelineParameters */
    {4589, 0, 0, 378, 0, 1}, /* PipelineExecutionDescription */
    {2960, 0, 0, 205, 1, 1}, /* ClientRequestToken */
    {2987, 0, 0, 366, 0, 1}, /* ParallelismConfiguration */
    {4657, 0, 0, 483, 0, 1}, /* SelectiveExecutionConfig */
    {4682, 0, 0, 397, 0, 3}, /* PipelineVersionId */
    {8890, 0, 0, 66, 0, 3}, /* MlflowExperimentName */
    {4713, 0, 0, 395, 0, 3}, /* PipelineVersionAlias */
    {2979, 0, 0, 463, 0, 3}, /* RoleArn */
    {4515, 0, 0, 380, 1, 1}, /* PipelineExecutionArn */
    {2960, 0, 0, 205, 1, 1}, /* ClientRequestToken */
    {10827, 0, 0, 258, 0, 0}, /* MaxRuntimeInSeconds */
    {22680, 0, 0, 258, 0, 2}, /* MaxWaitTimeInSeconds */
    {22701, 0, 0, 259, 0, 2}, /* MaxPendingTimeInSeconds */
    {1424, 0, 0, 505, 1, 0}, /* Key */
    {1428, 0, 0, 508, 1, 0}, /* Value */
    {22755, 0, 0, 54, 0, 0}, /* CfnTemplateProviderDetail */
    {1020, 0, 0, 136, 0, 0}, /* LocalPath */
    {4014, 0, 0, 469, 1, 0}, /* S3OutputPath */
    {1428, 0, 0, 44, 0, 0}, /* Value */
    {22781, 0, 0, 2, 0, 0}, /* Relation */
    {22790, 0, 0, 451, 1, 0}, /* TrainingRepositoryAccessMode */
    {22819, 0, 0, 527, 0, 0}, /* TrainingRepositoryAuthConfig */
    {3208, 0, 0, 150, 0, 0}, /* TrainingJobName */
    {3621, 0, 0, 2, 0, 0}, /* TrainingJobArn */
    {4920, 0, 0, 2, 0, 0}, /* TuningJobArn */
    {4933, 0, 0, 2, 0, 0}, /* LabelingJobArn */
    {4907, 0, 0, 2, 0, 0}, /* AutoMLJobArn */
    {4948, 0, 0, 279, 0, 0}, /* ModelArtifacts */
    {4963, 0, 0, 520, 0, 0}, /* TrainingJobStatus */
    {4981, 0, 0, 2, 0, 0}, /* SecondaryStatus */
    {4643, 0, 0, 2, 0, 0}, /* FailureReason */
    {3224, 0, 0, 202, 0, 0}, /* HyperParameters */
    {3240, 0, 0, 16, 0, 0}, /* AlgorithmSpecification */
    {2979, 0, 0, 463, 0, 0}, /* RoleArn */
    {3263, 0, 0, 212, 0, 0}, /* InputDataConfig */
    {3279, 0, 0, 363, 0, 0}, /* OutputDataConfig */
    {3296, 0, 0, 455, 0, 0}, /* ResourceConfig */
    {4997, 0, 0, 568, 0, 0}, /* WarmPoolStatus */
    {2308, 0, 0, 565, 0, 0}, /* VpcConfig */
    {3125, 0, 0, 502, 0, 0}, /* StoppingCondition */
    {4330, 0, 0, 94, 0, 0}, /* CreationTime */
    {5012, 0, 0, 94, 0, 0}, /* TrainingStartTime */
    {5030, 0, 0, 94, 0, 0}, /* TrainingEndTime */
    {4207, 0, 0, 94, 0, 0}, /* LastModifiedTime */
    {5046, 0, 0, 479, 0, 0}, /* SecondaryStatusTransitions */
    {5073, 0, 0, 175, 0, 0}, /* FinalMetricDataList */
    {2318, 0, 0, 5, 0, 0}, /* EnableNetworkIsolation */
    {3311, 0, 0, 5, 0, 0}, /* EnableInterContainerTrafficEncryption */
    {3349, 0, 0, 5, 0, 0}, /* EnableManagedSpotTraining */
    {3375, 0, 0, 56, 0, 0}, /* CheckpointConfig */
    {5093, 0, 0, 43, 0, 0}, /* TrainingTimeInSeconds */
    {5115, 0, 0, 43, 0, 0}, /* BillableTimeInSeconds */
    {3392, 0, 0, 109, 0, 0}, /* DebugHookConfig */
    {3174, 0, 0, 156, 0, 0}, /* ExperimentConfig */
    {3408, 0, 0, 111, 0, 0}, /* DebugRuleConfigurations */
    {3432, 0, 0, 511, 0, 0}, /* TensorBoardOutputConfig */
    {5156, 0, 0, 113, 0, 0}, /* DebugRuleEvaluationStatuses */
    {5258, 0, 0, 300, 0, 0}, /* OutputModelPackageArn */
    {3602, 0, 0, 301, 0, 0}, /* ModelPackageConfig */
    {3456, 0, 0, 436, 0, 0}, /* ProfilerConfig */
    {1980, 0, 0, 514, 0, 0}, /* Environment */
    {3498, 0, 0, 462, 0, 0}, /* RetryStrategy */
    {39, 0, 0, 507, 0, 0}, /* Tags */
    {26469, 0, 0, 43, 0, 0}, /* Completed */
    {26479, 0, 0, 43, 0, 0}, /* InProgress */
    {26490, 0, 0, 43, 0, 0}, /* RetryableError */
    {26505, 0, 0, 43, 0, 0}, /* NonRetryableError */
    {26523, 0, 0, 43, 0, 0}, /* Stopped */
    {3208, 0, 0, 150, 0, 0}, /* TrainingJobName */
    {3621, 0, 0, 2, 0, 0}, /* TrainingJobArn */
    {4330, 0, 0, 94, 0, 0}, /* CreationTime */
    {5030, 0, 0, 94, 0, 0}, /* TrainingEndTime */
    {4207, 0, 0, 94, 0, 0}, /* LastModifiedTime */
    {4963, 0, 0, 520, 0, 0}, /* TrainingJobStatus */
    {4981, 0, 0, 2, 0, 0}, /* SecondaryStatus */
    {4997, 0, 0, 568, 0, 0}, /* WarmPoolStatus */
    {21078, 0, 0, 524, 0, 0}, /* TrainingPlanArn */
    {26596, 0, 0, 44, 0, 0}, /* TotalStepCountPerEpoch */
    {26619, 0, 0, 44, 0, 0}, /* CurrentStep */
    {26631, 0, 0, 44, 0, 0}, /* CurrentEpoch */
    {26644, 0, 0, 44, 0, 0}, /* MaxEpoch */
    {26653, 0, 0, 528, 1, 0}, /* TrainingRepositoryCredentialsProviderArn */
    {223, 0, 0, 541, 1, 0}, /* S3DataSource */
    {1490, 0, 0, 530, 1, 0}, /* DataSource */
    {1501, 0, 0, 4, 0, 0}, /* ContentType */
    {253, 0, 0, 68, 0, 0}, /* CompressionType */
    {26816, 0, 0, 498, 0, 0}, /* SplitType */
    {28554, 0, 0, 2, 0, 0}, /* TransformJobName */
    {28571, 0, 0, 2, 0, 0}, /* TransformJobArn */
    {28587, 0, 0, 2, 0, 0}, /* TransformJobStatus */
    {4643, 0, 0, 2, 0, 0}, /* FailureReason */
    {2239, 0, 0, 297, 0, 0}, /* ModelName */
    {28606, 0, 0, 257, 0, 0}, /* MaxConcurrentTransforms */
    {28630, 0, 0, 285, 0, 0}, /* ModelClientConfig */
    {28648, 0, 0, 257, 0, 0}, /* MaxPayloadInMB */
    {28663, 0, 0, 38, 0, 0}, /* BatchStrategy */
    {1980, 0, 0, 532, 0, 0}, /* Environment */
    {28677, 0, 0, 534, 0, 0}, /* TransformInput */
    {28692, 0, 0, 539, 0, 0}, /* TransformOutput */
    {5626, 0, 0, 37, 0, 0}, /* DataCaptureConfig */
    {28708, 0, 0, 540, 0, 0}, /* TransformResources */
    {4330, 0, 0, 94, 0, 0}, /* CreationTime */
    {28727, 0, 0, 94, 0, 0}, /* TransformStartTime */
    {28746, 0, 0, 94, 0, 0}, /* TransformEndTime */
    {4933, 0, 0, 2, 0, 0}, /* LabelingJobArn */
    {4907, 0, 0, 2, 0, 0}, /* AutoMLJobArn */
    {28763, 0, 0, 105, 0, 0}, /* DataProcessing */
    {3174, 0, 0, 156, 0, 0}, /* ExperimentConfig */
    {39, 0, 0, 507, 0, 0}, /* Tags */
    {28606, 0, 0, 257, 0, 0}, /* MaxConcurrentTransforms */
    {28648, 0, 0, 257, 0, 0}, /* MaxPayloadInMB */
    {28663, 0, 0, 38, 0, 0}, /* BatchStrategy */
    {1980, 0, 0, 532, 0, 0}, /* Environment */
    {28677, 0, 0, 534, 1, 0}, /* TransformInput */
    {28692, 0, 0, 539, 1, 0}, /* TransformOutput */
    {28708, 0, 0, 540, 1, 0}, /* TransformResources */
    {4014, 0, 0, 469, 1, 0}, /* S3OutputPath */
    {28778, 0, 0, 4, 0, 0}, /* Accept */
    {28785, 0, 0, 20, 0, 0}, /* AssembleWith */
    {716, 0, 0, 228, 0, 0}, /* KmsKeyId */
    {4108, 0, 0, 535, 1, 0}, /* InstanceType */
    {7233, 0, 0, 258, 1, 0}, /* InstanceCount */
    {7893, 0, 0, 228, 0, 0}, /* VolumeKmsKeyId */
    {28798, 0, 0, 529, 0, 0}, /* TransformAmiVersion */
    {236, 0, 0, 466, 1, 0}, /* S3DataType */
    {247, 0, 0, 469, 1, 0}, /* S3Uri */
    {5868, 0, 0, 157, 0, 0}, /* TrialName */
    {28818, 0, 0, 2, 0, 0}, /* TrialArn */
    {5849, 0, 0, 157, 0, 0}, /* DisplayName */
    {5820, 0, 0, 157, 0, 0}, /* ExperimentName */
    {5861, 0, 0, 158, 0, 0}, /* Source */
    {4330, 0, 0, 94, 0, 0}, /* CreationTime */
    {4368, 0, 0, 560, 0, 0}, /* CreatedBy */
    {4207, 0, 0, 94, 0, 0}, /* LastModifiedTime */
    {4480, 0, 0, 560, 0, 0}, /* LastModifiedBy */
    {2592, 0, 0, 262, 0, 0}, /* MetadataProperties */
    {39, 0, 0, 507, 0, 0}, /* Tags */
    {28827, 0, 0, 550, 0, 0}, /* TrialComponentSummaries */
    {28851, 0, 0, 157, 0, 0}, /* TrialComponentName */
    {5849, 0, 0, 157, 0, 0}, /* DisplayName */
    {28870, 0, 0, 2, 0, 0}, /* TrialComponentArn */
    {5861, 0, 0, 158, 0, 0}, /* Source */
    {6388, 0, 0, 553, 0, 0}, /* Status */
    {8303, 0, 0, 94, 0, 0}, /* StartTime */
    {8285, 0, 0, 94, 0, 0}, /* EndTime */
    {4330, 0, 0, 94, 0, 0}, /* CreationTime */
    {4368, 0, 0, 560, 0, 0}, /* CreatedBy */
    {4207, 0, 0, 94, 0, 0}, /* LastModifiedTime */
    {4480, 0, 0, 560, 0, 0}, /* LastModifiedBy */
    {1467, 0, 0, 549, 0, 0}, /* Parameters */
    {28888, 0, 0, 545, 0, 0}, /* InputArtifacts */
    {28903, 0, 0, 545, 0, 0}, /* OutputArtifacts */
    {28919, 0, 0, 546, 0, 0}, /* Metrics */
    {2592, 0, 0, 262, 0, 0}, /* MetadataProperties */
    {28927, 0, 0, 552, 0, 0}, /* SourceDetail */
    {28940, 0, 0, 2, 0, 0}, /* LineageGroupArn */
    {39, 0, 0, 507, 0, 0}, /* Tags */
    {28956, 0, 0, 373, 0, 0}, /* Parents */
    {5904, 0, 0, 157, 0, 0}, /* RunName */
    {28964, 0, 0, 2, 0, 0}, /* MediaType */
    {1428, 0, 0, 2, 0, 0}, /* Value */
    {6371, 0, 0, 266, 0, 0}, /* MetricName */
    {583, 0, 0, 2, 0, 0}, /* SourceArn */
    {28974, 0, 0, 94, 0, 0}, /* TimeStamp */
    {28984, 0, 0, 137, 0, 0}, /* Max */
    {28988, 0, 0, 137, 0, 0}, /* Min */
    {28992, 0, 0, 137, 0, 0}, /* Last */
    {28997, 0, 0, 43, 0, 0}, /* Count */
    {29003, 0, 0, 137, 0, 0}, /* Avg */
    {29007, 0, 0, 137, 0, 0}, /* StdDev */
    {29014, 0, 0, 2, 0, 0}, /* StringValue */
    {29026, 0, 0, 137, 0, 0}, /* NumberValue */
    {28851, 0, 0, 157, 0, 0}, /* TrialComponentName */
    {28870, 0, 0, 2, 0, 0}, /* TrialComponentArn */
    {29038, 0, 0, 158, 0, 0}, /* TrialComponentSource */
    {4330, 0, 0, 94, 0, 0}, /* CreationTime */
    {4368, 0, 0, 560, 0, 0}, /* CreatedBy */
    {583, 0, 0, 2, 0, 0}, /* SourceArn */
    {11580, 0, 0, 519, 0, 0}, /* TrainingJob */
    {11592, 0, 0, 410, 0, 0}, /* ProcessingJob */
    {11606, 0, 0, 537, 0, 0}, /* TransformJob */
    {29059, 0, 0, 2, 0, 0}, /* PrimaryStatus */
    {29073, 0, 0, 2, 0, 0}, /* Message */
    {29081, 0, 0, 2, 0, 0}, /* Unit */
    {1428, 0, 0, 43, 0, 0}, /* Value */
    {29086, 0, 0, 176, 0, 0}, /* TargetObjectiveMetricValue */
    {29113, 0, 0, 41, 0, 0}, /* BestObjectiveNotImproving */
    {29139, 0, 0, 81, 0, 0}, /* ConvergenceDetected */
    {2843, 0, 0, 300, 1, 1}, /* ModelPackageArn */
    {2572, 0, 0, 278, 0, 1}, /* ModelApprovalStatus */
    {2445, 0, 0, 311, 0, 2}, /* ModelPackageRegistrationType */
    {4495, 0, 0, 18, 0, 1}, /* ApprovalDescription */
    {2665, 0, 0, 98, 0, 1}, /* CustomerMetadataProperties */
    {29159, 0, 0, 97, 0, 1}, /* CustomerMetadataPropertiesToRemove */
    {29194, 0, 0, 9, 0, 1}, /* AdditionalInferenceSpecificationsToAdd */
    {2474, 0, 0, 210, 0, 1}, /* InferenceSpecification */
    {2774, 0, 0, 313, 0, 1}, /* SourceUri */
    {2799, 0, 0, 310, 0, 1}, /* ModelCard */
    {2809, 0, 0, 295, 0, 1}, /* ModelLifeCycle */
    {2624, 0, 0, 62, 0, 1}, /* ClientToken */
    {4515, 0, 0, 380, 1, 1}, /* PipelineExecutionArn */
    {4589, 0, 0, 378, 0, 1}, /* PipelineExecutionDescription */
    {4536, 0, 0, 381, 0, 1}, /* PipelineExecutionDisplayName */
    {2987, 0, 0, 366, 0, 1}, /* ParallelismConfiguration */
    {2859, 0, 0, 389, 1, 1}, /* PipelineName */
    {2872, 0, 0, 389, 0, 1}, /* PipelineDisplayName */
    {2892, 0, 0, 376, 0, 1}, /* PipelineDefinition */
    {2911, 0, 0, 377, 0, 1}, /* PipelineDefinitionS3Location */
    {2940, 0, 0, 378, 0, 1}, /* PipelineDescription */
    {2979, 0, 0, 463, 0, 1}, /* RoleArn */
    {2987, 0, 0, 366, 0, 1}, /* ParallelismConfiguration */
    {3012, 0, 0, 396, 0, 3}, /* PipelineVersionAliases */
    {3035, 0, 0, 2, 0, 0}, /* PipelineArn */
    {4682, 0, 0, 397, 0, 0}, /* PipelineVersionId */
    {29233, 0, 0, 154, 0, 0}, /* UserProfileArn */
    {29248, 0, 0, 154, 0, 0}, /* UserProfileName */
    {29264, 0, 0, 154, 0, 0}, /* DomainId */
    {29273, 0, 0, 204, 0, 0}, /* IamIdentity */
    {29285, 0, 0, 43, 0, 0}, /* Dimension */
    {1424, 0, 0, 505, 0, 0}, /* Key */
    {1428, 0, 0, 508, 0, 0}, /* Value */
    {29411, 0, 0, 566, 1, 0}, /* SecurityGroupIds */
    {29428, 0, 0, 503, 1, 0}, /* Subnets */
    {6388, 0, 0, 567, 0, 0}, /* Status */
    {29470, 0, 0, 43, 0, 0}, /* ResourceRetainedBillableTimeInSeconds */
    {29508, 0, 0, 150, 0, 0}, /* ReusedByJob */
};

static const struct shape_operation operations[] = {
    {29520, 0, 6, 7}, /* AddTags */
    {29528, 0, 82, 83}, /* CreateModel */
    {29540, 0, 86, 87}, /* CreateModelPackage */
    {29559, 0, 84, 85}, /* CreateModelPackageGroup */
    {29583, 0, 88, 89}, /* CreatePipeline */
    {29598, 0, 90, 91}, /* CreateProcessingJob */
    {29618, 0, 92, 93}, /* CreateTrainingJob */
    {29636, 0, 114, 65535}, /* DeleteModel */
    {29648, 0, 116, 65535}, /* DeleteModelPackage */
    {29667, 0, 115, 65535}, /* DeleteModelPackageGroup */
    {29691, 0, 117, 89}, /* DeletePipeline */
    {29706, 0, 118, 119}, /* DeleteTags */
    {29717, 0, 114, 123}, /* DescribeModel */
    {29731, 0, 125, 126}, /* DescribeModelPackage */
    {29752, 0, 115, 124}, /* DescribeModelPackageGroup */
    {29778, 0, 130, 131}, /* DescribePipeline */
    {29795, 0, 127, 128}, /* DescribePipelineDefinitionForExecution */
    {29834, 0, 127, 129}, /* DescribePipelineExecution */
    {29860, 0, 132, 133}, /* DescribeProcessingJob */
    {29882, 0, 134, 135}, /* DescribeTrainingJob */
    {29902, 0, 233, 234}, /* ListModelPackageGroups */
    {29925, 0, 235, 236}, /* ListModelPackages */
    {29943, 0, 237, 238}, /* ListModels */
    {29954, 0, 239, 240}, /* ListPipelineExecutionSteps */
    {29981, 0, 241, 242}, /* ListPipelineExecutions */
    {30004, 0, 243, 244}, /* ListPipelineParametersForExecution */
    {30039, 0, 245, 246}, /* ListPipelines */
    {30053, 0, 247, 248}, /* ListProcessingJobs */
    {30072, 0, 249, 251}, /* ListTags */
    {30081, 0, 252, 253}, /* ListTrainingJobs */
    {30098, 0, 460, 461}, /* RetryPipelineExecution */
    {30121, 0, 475, 476}, /* Search */
    {30128, 0, 500, 461}, /* StartPipelineExecution */
    {30151, 0, 501, 461}, /* StopPipelineExecution */
    {30173, 0, 132, 65535}, /* StopProcessingJob */
    {30191, 0, 134, 65535}, /* StopTrainingJob */
    {30207, 0, 556, 87}, /* UpdateModelPackage */
    {30226, 0, 558, 559}, /* UpdatePipeline */
    {30241, 0, 557, 461}, /* UpdatePipelineExecution */
};

const struct shape_service shapes_sagemaker = {
    "sagemaker",
    "SageMaker",
    "1.1",
    "",
    "",
    pool, rows, members, operations,
    569, 39,
};
