"""Models, model package groups and packages, Search and tags, as boto3 sees them."""

import pytest
from support import BUCKET, IMAGE, ROLE, error, name

CONTAINERS = {
    "Containers": [{"Image": IMAGE, "ModelDataUrl": f"s3://{BUCKET}/m/model.tar.gz"}],
    "SupportedContentTypes": ["text/csv"],
    "SupportedResponseMIMETypes": ["text/csv"],
}


@pytest.fixture
def group(sagemaker):
    group = name("group")
    sagemaker.create_model_package_group(
        ModelPackageGroupName=group, ModelPackageGroupDescription="late flights"
    )
    return group


def package(sagemaker, group, **more):
    return sagemaker.create_model_package(
        ModelPackageGroupName=group, InferenceSpecification=CONTAINERS, **more
    )["ModelPackageArn"]


def test_groups(sagemaker, group):
    got = sagemaker.describe_model_package_group(ModelPackageGroupName=group)
    assert got["ModelPackageGroupStatus"] == "Completed"
    assert got["ModelPackageGroupDescription"] == "late flights"
    assert got["ModelPackageGroupArn"].endswith(f":model-package-group/{group}")
    assert sagemaker.describe_model_package_group(ModelPackageGroupName=got["ModelPackageGroupArn"])
    again = error(sagemaker.create_model_package_group, ModelPackageGroupName=group)
    assert again[:2] == (400, "ValidationException") and "already exists" in again[2]
    listed = sagemaker.list_model_package_groups(NameContains=group)["ModelPackageGroupSummaryList"]
    assert [g["ModelPackageGroupName"] for g in listed] == [group]
    sagemaker.delete_model_package_group(ModelPackageGroupName=group)
    gone = error(sagemaker.describe_model_package_group, ModelPackageGroupName=group)
    assert gone[1] == "ValidationException" and (
        "does not exist" in gone[2] or "Could not find" in gone[2]
    )


def test_versions_count_up(sagemaker, group):
    arns = [package(sagemaker, group) for _ in range(3)]
    assert [a.rsplit("/", 1)[1] for a in arns] == ["1", "2", "3"]
    sagemaker.delete_model_package(ModelPackageName=arns[2])
    assert package(sagemaker, group).endswith("/4")  # a version is never given twice
    listed = sagemaker.list_model_packages(ModelPackageGroupName=group)["ModelPackageSummaryList"]
    assert [p["ModelPackageVersion"] for p in listed] == [4, 2, 1]
    up = sagemaker.list_model_packages(
        ModelPackageGroupName=group, SortOrder="Ascending", MaxResults=2
    )
    assert [p["ModelPackageVersion"] for p in up["ModelPackageSummaryList"]] == [1, 2]
    rest = sagemaker.list_model_packages(
        ModelPackageGroupName=group, SortOrder="Ascending", MaxResults=2, NextToken=up["NextToken"]
    )
    assert [p["ModelPackageVersion"] for p in rest["ModelPackageSummaryList"]] == [4]


def test_approval(sagemaker, group):
    arn = package(sagemaker, group, ModelApprovalStatus="PendingManualApproval")
    got = sagemaker.describe_model_package(ModelPackageName=arn)
    assert got["ModelApprovalStatus"] == "PendingManualApproval"
    assert got["ModelPackageStatus"] == "Completed" and got["ModelPackageVersion"] == 1
    assert got["ModelPackageStatusDetails"]["ValidationStatuses"] == []
    assert got["InferenceSpecification"]["Containers"][0]["Image"] == IMAGE
    changed = sagemaker.update_model_package(
        ModelPackageArn=arn, ModelApprovalStatus="Approved", ApprovalDescription="good"
    )
    assert changed["ModelPackageArn"] == arn
    got = sagemaker.describe_model_package(ModelPackageName=arn)
    assert got["ModelApprovalStatus"] == "Approved" and got["ApprovalDescription"] == "good"
    assert got["LastModifiedTime"] >= got["CreationTime"]
    approved = sagemaker.list_model_packages(
        ModelPackageGroupName=group, ModelApprovalStatus="Approved"
    )["ModelPackageSummaryList"]
    assert [p["ModelPackageArn"] for p in approved] == [arn]
    rejected = sagemaker.list_model_packages(
        ModelPackageGroupName=group, ModelApprovalStatus="Rejected"
    )
    assert rejected["ModelPackageSummaryList"] == []


def test_a_group_with_packages_stays(sagemaker, group):
    package(sagemaker, group)
    status, code, message = error(sagemaker.delete_model_package_group, ModelPackageGroupName=group)
    assert status == 400 and code in ("ConflictException", "ValidationException")


def test_a_package_of_no_group(sagemaker):
    status, code, message = error(package, sagemaker, name("nowhere"))
    assert (status, code) == (400, "ValidationException")
    assert "does not exist" in message or "Could not find" in message


def test_metadata_of_packages(sagemaker, group):
    arn = package(
        sagemaker,
        group,
        CustomerMetadataProperties={"lift": "2.2"},
        ModelMetrics={
            "ModelQuality": {
                "Statistics": {"ContentType": "application/json", "S3Uri": f"s3://{BUCKET}/m.json"}
            }
        },
    )
    got = sagemaker.describe_model_package(ModelPackageName=arn)
    assert got["CustomerMetadataProperties"] == {"lift": "2.2"}
    assert got["ModelMetrics"]["ModelQuality"]["Statistics"]["S3Uri"] == f"s3://{BUCKET}/m.json"
    sagemaker.update_model_package(
        ModelPackageArn=arn,
        CustomerMetadataProperties={"seen": "yes"},
        CustomerMetadataPropertiesToRemove=["lift"],
    )
    got = sagemaker.describe_model_package(ModelPackageName=arn)
    assert got["CustomerMetadataProperties"] == {"seen": "yes"}


def test_models(sagemaker):
    model = name("model")
    made = sagemaker.create_model(
        ModelName=model,
        ExecutionRoleArn=ROLE,
        PrimaryContainer={"Image": IMAGE, "ModelDataUrl": f"s3://{BUCKET}/m/model.tar.gz"},
        Tags=[{"Key": "k", "Value": "v"}],
    )
    assert made["ModelArn"].endswith(f":model/{model}")
    got = sagemaker.describe_model(ModelName=model)
    assert got["PrimaryContainer"]["Image"] == IMAGE and got["ExecutionRoleArn"] == ROLE
    again = error(
        sagemaker.create_model,
        ModelName=model,
        ExecutionRoleArn=ROLE,
        PrimaryContainer={"Image": IMAGE},
    )
    assert again[1] == "ValidationException" and "already existing" in again[2]
    listed = sagemaker.list_models(NameContains=model)["Models"]
    assert [m["ModelName"] for m in listed] == [model]
    sagemaker.delete_model(ModelName=model)
    gone = error(sagemaker.describe_model, ModelName=model)
    assert gone[1] == "ValidationException" and "Could not find model" in gone[2]


def test_search_for_a_group(sagemaker, group):
    """What the SDK's register() asks first."""
    found = sagemaker.search(
        Resource="ModelPackageGroup",
        SearchExpression={
            "Filters": [{"Name": "ModelPackageGroupName", "Operator": "Equals", "Value": group}]
        },
    )["Results"]
    assert [r["ModelPackageGroup"]["ModelPackageGroupName"] for r in found] == [group]
    none = sagemaker.search(
        Resource="ModelPackageGroup",
        SearchExpression={
            "Filters": [
                {"Name": "ModelPackageGroupName", "Operator": "Equals", "Value": name("none")}
            ]
        },
    )
    assert none["Results"] == []


def test_search_for_packages(sagemaker, group):
    package(sagemaker, group, ModelApprovalStatus="Rejected")
    arn = package(sagemaker, group, ModelApprovalStatus="Approved")
    found = sagemaker.search(
        Resource="ModelPackage",
        SearchExpression={
            "Filters": [
                {"Name": "ModelPackageGroupName", "Operator": "Equals", "Value": group},
                {"Name": "ModelApprovalStatus", "Operator": "Equals", "Value": "Approved"},
            ]
        },
    )["Results"]
    assert [r["ModelPackage"]["ModelPackageArn"] for r in found] == [arn]


def test_tags(sagemaker, group):
    arn = sagemaker.describe_model_package_group(ModelPackageGroupName=group)[
        "ModelPackageGroupArn"
    ]
    sagemaker.add_tags(ResourceArn=arn, Tags=[{"Key": f"k{i}", "Value": "v"} for i in range(5)])
    sagemaker.add_tags(ResourceArn=arn, Tags=[{"Key": "k1", "Value": "new"}])
    sagemaker.delete_tags(ResourceArn=arn, TagKeys=["k0", "never"])
    tags = {t["Key"]: t["Value"] for t in sagemaker.list_tags(ResourceArn=arn)["Tags"]}
    assert tags == {"k1": "new", "k2": "v", "k3": "v", "k4": "v"}


def test_tags_of_what_is_not_there(sagemaker):
    arn = "arn:aws:sagemaker:us-east-1:123456789012:pipeline/never-made"
    status, code, _ = error(sagemaker.add_tags, ResourceArn=arn, Tags=[{"Key": "k", "Value": "v"}])
    assert status == 400 and code in ("ResourceNotFound", "ValidationException")
