"""Says what an interpreter is, as one JSON object on stdout. Run by the engine outside any job."""
import json
import platform
import sys
import sysconfig


def packages():
    try:
        from importlib import metadata
    except ImportError:  # Python 3.7 and older
        return {}
    found = {}
    for dist in metadata.distributions():
        try:
            name, version = dist.metadata["Name"], dist.version
        except Exception:  # a broken installation of one package must not hide the others
            continue
        if name and version:
            found.setdefault(name, version)
    return found


paths = sysconfig.get_paths()
json.dump(
    {
        "python": sys.executable,
        "version": platform.python_version(),
        "prefix": sys.prefix,
        "base_prefix": sys.base_prefix,
        "platlib": paths["platlib"],
        "purelib": paths["purelib"],
        "packages": packages(),
    },
    sys.stdout,
)
