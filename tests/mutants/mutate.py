#!/usr/bin/env python3
"""Puts one fault at a time into a copy of the tree and says which of them the tests notice.

A mutant is a text that stands once in a file, what stands there instead, and the function of a test that must then fail. The copy
lies below the build folder and is configured once; a mutant costs one object, one archive and one link. A mutant that lives, does not
compile or whose text is not there exactly once ends the script with 1. Before the mutants every function has to pass without any.
"""
import argparse
import os
import pathlib
import shlex
import subprocess
import sys
import time
import tomllib

root = pathlib.Path(__file__).resolve().parents[2]


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("words", nargs="*", help="only mutants whose file, test or effect has one of these words in it")
    parser.add_argument("--build", type=pathlib.Path, default=root / "build" / "mutants", help="folder for the copy and its build")
    parser.add_argument("--before", default="", help="a command before each build with its test, for instance 'nice -n 10' or 'flock FILE'")
    parser.add_argument("--cmake", default="", help="more arguments for the configuration, for instance --cmake=-DCMAKE_CXX_COMPILER_LAUNCHER=ccache")
    return parser.parse_args()


def listed(words):
    with open(pathlib.Path(__file__).with_name("mutants.toml"), "rb") as file:
        mutants = tomllib.load(file)["mutant"]
    said = lambda m: " ".join((m["file"], m["test"], m["effect"]))
    return [m for m in mutants if not words or any(word in said(m) for word in words)]


def program_of(test):
    """core_tests holds core/why/ClaimsTest: a program for each room of tests."""
    return "core_numbers_tests" if test.startswith("core/numbers/") else test.split("/", 1)[0] + "_tests"


def copy_tree(target):
    """Files that Git knows or would add; those that did not change keep their time, so that little is built again."""
    command = ["git", "-C", str(root), "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    names = {name for name in subprocess.run(command, check=True, capture_output=True).stdout.decode().split("\0") if name and (root / name).is_file()}
    for old in [path for path in target.rglob("*") if path.is_file()]:
        if str(old.relative_to(target)) not in names:
            old.unlink()
    for name in names:
        source, copy = root / name, target / name
        content = source.read_bytes()
        if not copy.exists() or copy.read_bytes() != content:
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(content)
            copy.chmod(source.stat().st_mode)


class Bench:
    """The copy and what can be done with it."""

    def __init__(self, options):
        self.tree, self.build, self.before = options.build / "tree", options.build / "build", shlex.split(options.before)
        self.tree.mkdir(parents=True, exist_ok=True)
        copy_tree(self.tree)
        configure = ["cmake", "-G", "Ninja", "-S", str(self.tree), "-B", str(self.build), "-DCMAKE_BUILD_TYPE=", "-DCMAKE_CXX_FLAGS=-O0",
                     "-DCHOKEPOINT_WINDOW=OFF", *shlex.split(options.cmake)]
        subprocess.run(configure, check=True, stdout=subprocess.DEVNULL)

    def outcome(self, functions):
        """Builds the tests and runs functions of them (pairs of names) in one command, until one fails: None, what failed, or "build"."""
        programs = " ".join(sorted({program_of(test) for test, _ in functions}))
        script = f"cmake --build {shlex.quote(str(self.build))} --target {programs} >&2 || exit 250\n"
        for place, (test, function) in enumerate(functions):
            program = shlex.quote(str(self.build / "tests" / program_of(test)))
            script += f"{program} {test.rsplit('/', 1)[1]} {function} >/dev/null 2>&1 || exit {place + 1}\n"
        environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "LC_ALL": "C.UTF-8"}
        done = subprocess.run([*self.before, "sh", "-c", script], capture_output=True, text=True, env=environment)
        if done.returncode == 0:
            return None
        if 1 <= done.returncode <= len(functions):
            return " ".join(functions[done.returncode - 1])
        print(done.stderr[-3000:], file=sys.stderr)
        return "build"

    def verdict(self, mutant):
        file = self.tree / mutant["file"]
        text = file.read_text()
        if text.count(mutant["from"]) != 1:
            return f"stands {text.count(mutant['from'])} times"
        file.write_text(text.replace(mutant["from"], mutant["to"]))
        try:
            outcome = self.outcome([(mutant["test"], mutant["function"])])
            return {None: "lived", "build": "does not compile"}.get(outcome, "killed")
        finally:
            file.write_text(text)


def main():
    options = arguments()
    mutants = listed(options.words)
    bench = Bench(options)
    if failing := bench.outcome(sorted({(m["test"], m["function"]) for m in mutants})):
        sys.exit(f"Without a mutant there fails: {failing}")
    verdicts = []
    for mutant in mutants:
        begin = time.monotonic()
        verdicts.append(bench.verdict(mutant))
        print(f"{verdicts[-1]:8} {mutant['file']}: {mutant['effect']} ({mutant['test']} {mutant['function']}, {time.monotonic() - begin:.0f} s)",
              flush=True)
    killed = verdicts.count("killed")
    print(f"{killed} of {len(verdicts)} killed")
    sys.exit(0 if killed == len(verdicts) else 1)


if __name__ == "__main__":
    main()
