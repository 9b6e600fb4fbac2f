"""Runs the kernels' check on emulated x86-64 processors, each for the instruction set that it is the first to have.

    python Tests/CEchoKernels/Emulated CHECK SHIM [SET]

CHECK is check.c as a static program, SHIM bochs.c as a library; without SET each set in a process of its own, since the
emulator has one processor a process. Bochs executes each instruction by its definition, so a set counts as tested on a
machine that lacks it; how fast it is, it does not tell.
"""

import ctypes
import subprocess
import sys
from pathlib import Path

PROCESSORS = {
    "avx2vnni": "_Z23create_arrow_lake_cpuidP8BX_CPU_C",
    "avx512": "_Z29create_corei7_skylake_x_cpuidP8BX_CPU_C",
    "avx512vnni": "_Z29create_corei7_icelake_u_cpuidP8BX_CPU_C",
    "avx512bf16": "_Z28create_sapphire_rapids_cpuidP8BX_CPU_C",
}


def emulate(check: str, shim: str, instructions: str) -> int:
    before = ctypes.CDLL(shim, ctypes.RTLD_GLOBAL)
    import bochscpu

    [library] = Path(bochscpu.__file__).parent.glob("_bochscpu*.so")
    chosen = getattr(ctypes.CDLL(str(library)), PROCESSORS[instructions])
    before.echo_emulate(ctypes.cast(chosen, ctypes.c_void_p))
    from machine import Machine

    machine = Machine(check, [instructions])
    status = machine.run()
    sys.stdout.write(machine.output.decode())
    return status


def main() -> int:
    check, shim, *asked = sys.argv[1:]
    if asked:
        return emulate(check, shim, asked[0])
    failed = [
        name for name in PROCESSORS if subprocess.run([sys.executable, "-B", *sys.argv, name]).returncode
    ]
    if failed:
        print("failed when emulated:", *failed)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
