"""The end of ./dev demo: what came out, where the time went, what differs from AWS, what to try.

    demo-summary.py DEMO_FOLDER BEGIN END        (seconds since 1970, around `slipway run`)

Asks the engine through the project's own boto3, as any client would. Under 25 lines of 80 columns.
"""

import json
import os
import subprocess
import sys
import urllib.parse


def slipway(demo, *args):
    out = subprocess.run([f"{demo}/slipway", *args], check=True, capture_output=True, text=True)
    return json.loads(out.stdout)


def evaluation(env, execution):
    """evaluation.json as the execution's Evaluate step wrote it."""
    os.environ.update(env)
    import boto3

    for step in execution["Steps"]:
        if step["Name"] != "Evaluate":
            continue
        for output in step["Job"]["Describe"]["ProcessingOutputConfig"]["Outputs"]:
            uri = urllib.parse.urlparse(output["S3Output"]["S3Uri"])
            s3 = boto3.client("s3")
            key = uri.path.strip("/") + "/evaluation.json"
            return json.loads(s3.get_object(Bucket=uri.netloc, Key=key)["Body"].read())
    raise SystemExit("the execution has no step Evaluate")


def model_arn(execution):
    for step in execution["Steps"]:
        if "model-package/" in (step.get("Arn") or ""):
            return step["Arn"]
    return None


def unique(lists):
    return list(dict.fromkeys(text for part in lists for text in part or []))


def wrap(text, width=78, indent="  "):
    import textwrap

    return textwrap.fill(text, width, initial_indent=indent, subsequent_indent=indent)


def main():
    demo, begin, end = os.path.abspath(sys.argv[1]), float(sys.argv[2]), float(sys.argv[3])
    execution = slipway(demo, "show", "--json")
    jobs = [s["Job"] for s in execution["Steps"] if s.get("Job")]
    found = evaluation(slipway(demo, "env", "--format", "json"), execution)["september"]
    programs = sum(j.get("ProgramSeconds", 0) for j in jobs)
    pipeline = execution["Ended"] - execution["Created"]
    warnings = unique(j.get("Warnings") for j in jobs)
    recorded = unique(j.get("Recorded") for j in jobs)

    print()
    print(f"September: {found['departures']:,.0f} departures, {found['late']:,.0f} of them 30 or more minutes late.")
    print(f"With standby crews for 5 % of departures, late flights that get one:")
    print(f"  {found['late_caught']:>5.0f}  ranked by the model     ({found['lift_at_5']:.2f} x chance)")
    print(f"  {found['baseline_late_caught']:>5.0f}  ranked by carrier and hour ({found['baseline_lift_at_5']:.2f} x chance)")
    print(f"Registered, pending approval:\n  {model_arn(execution)}")
    print("Where the time went:")
    print(f"  {programs:6.2f} s  the project's own programs")
    print(f"  {execution['Created'] - begin:6.2f} s  the SageMaker SDK: import, upload, create, start")
    print(f"  {pipeline - programs:6.2f} s  Slipway: {len(execution['Steps'])} steps scheduled, staged, sandboxed, collected")
    print(f"  {end - execution['Ended']:6.2f} s  until the command line had noticed and told")
    print("Other than on AWS:")
    for text in warnings[:2]:
        print(wrap(text))
    if recorded:
        print(wrap("recorded, not enforced: " + ", ".join(r.split(".")[-1] for r in recorded)))
    print("Try next:")
    print(f"  cd {demo}")
    print("  ./slipway run flights/pipeline.py -p MinLiftRatio=3   # the gate says no")
    print("  ./slipway logs Train                                  # a step's output")
    print("  ./slipway check flights                # or a project of your own")


if __name__ == "__main__":
    main()
