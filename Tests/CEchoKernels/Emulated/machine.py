"""A processor in long mode with as much of Linux as a static C program wants."""

import struct
import sys

import bochscpu
import bochscpu.cpu

from memory import PAGE, Memory, Program

HEAP_SIZE, MAPPED_SIZE, STACK_SIZE = 16 << 20, 16 << 20, 1 << 20
KERNEL, MAPPED, STACK = 0x6000_0000_0000, 0x7000_0000_0000, 0x7FFF_0000_0000
# clflush [rip]; sysretq. A system call comes here, and the first of the two calls us.
ENTRY = bytes.fromhex("0fae3d00000000480f07")
NO_SUCH_CALL = -38
# What the kernel tells a program about itself (getauxval).
HEADERS, HEADER_SIZE, HEADER_COUNT, PAGE_SIZE, START, RANDOM = 3, 4, 5, 6, 9, 25
# Of CR4: SSE, its exceptions, FSGSBASE, XSAVE. Of XCR0: x87, SSE, AVX, the three of AVX-512.
CR4, XCR0 = 1 << 9 | 1 << 10 | 1 << 16 | 1 << 18, 0xE7
MONITOR, ALIGNMENT = 1 << 1, 1 << 18  # of CR0


class Machine:
    def __init__(self, file: str, arguments: list[str]):
        self.program, self.memory = Program(file), Memory()
        self.output, self.status = b"", None
        for address, size, _ in self.program.segments:
            self.memory.map(address, size)
        self.heap = (self.program.end + PAGE - 1) & -PAGE
        self.mapped = MAPPED
        for address, size in ((self.heap, HEAP_SIZE), (MAPPED, MAPPED_SIZE), (STACK, STACK_SIZE), (KERNEL, PAGE)):
            self.memory.map(address, size)
        self.tables = self.memory.commit()
        for address, _, content in self.program.segments:
            self.memory.write(address, content)
        self.memory.write(KERNEL, ENTRY)
        self.stack = self.pushed([file, *arguments])

    def pushed(self, arguments: list[str]) -> int:
        """The stack as the kernel leaves it to a program: count, arguments, environment, auxiliary vector."""
        texts, places, top = b"", [], STACK + STACK_SIZE - PAGE
        for argument in arguments:
            places.append(top + len(texts))
            texts += argument.encode() + b"\0"
        texts += bytes(-len(texts) % 16)
        program, random = self.program, top + len(texts)
        about = {
            HEADERS: program.headers, HEADER_SIZE: program.header_size, HEADER_COUNT: program.header_count,
            PAGE_SIZE: PAGE, START: program.entry, RANDOM: random,
        }  # fmt: skip
        self.memory.write(top, texts + bytes(16))
        words = [len(places), *places, 0, 0, *(part for pair in about.items() for part in pair), 0, 0]
        stack = (top - 8 * len(words)) & -16
        self.memory.write(stack, struct.pack(f"<{len(words)}Q", *words))
        return stack

    def call(self, session, *_):
        """A system call. Those that change nothing here say that they are done."""
        cpu = session.cpu
        number, first, second, third = cpu.rax, cpu.rdi, cpu.rsi, cpu.rdx
        match number:
            case 1:  # write
                self.output += self.memory.read(second, third)
                result = third
            case 9:  # mmap
                result = self.mapped
                self.mapped += (second + PAGE - 1) & -PAGE
            case 12:  # brk
                self.heap = result = first or self.heap
            case 158:  # arch_prctl: the thread's own storage
                segment = cpu.fs
                segment.base = second
                cpu.fs, result = segment, 0
            case 60 | 231:  # exit
                self.status, result = first, 0
                session.stop()
            case 10 | 11 | 218 | 273 | 302:  # mprotect, munmap, set_tid_address, set_robust_list, prlimit64
                result = 0
            case _:
                result = NO_SUCH_CALL
        cpu.rax = result & (1 << 64) - 1

    def stopped(self, session, _, vector, error):
        print(f"exception {vector} ({error}) at {session.cpu.rip:#x}", file=sys.stderr)
        session.stop()

    def state(self):
        state = bochscpu.State()
        bochscpu.cpu.set_long_mode(state)
        state.cr0 = (state.cr0 | MONITOR) & ~ALIGNMENT
        state.cr3, state.cr4, state.xcr0 = self.tables, state.cr4 | CR4, XCR0
        state.mxcsr, state.mxcsr_mask, state.fpcw, state.fptw = 0x1F80, 0xFFFF, 0x37F, 0xFFFF
        state.rip, state.rsp, state.rflags = self.program.entry, self.stack, 2
        state.lstar, state.star, state.sfmask = KERNEL, 0x23 << 48 | 0x10 << 32, 0
        state.cs = segment(0x33, 0x22FB)
        state.ds = state.ss = state.es = state.fs = state.gs = segment(0x2B, 0xCF3)
        return state

    def run(self) -> int:
        """The program's status; 1 where it was stopped by an exception."""
        session = bochscpu.Session()

        def missing(physical):
            print(f"no memory at {physical:#x}", file=sys.stderr)
            session.stop()

        session.missing_page_handler = missing
        session.cpu.state = self.state()
        hook = bochscpu.Hook()
        hook.clflush, hook.exception = self.call, self.stopped
        session.run([hook])
        return 1 if self.status is None else self.status


def segment(selector: int, attributes: int):
    made = bochscpu.Segment()
    made.present, made.selector, made.base, made.limit, made.attr = True, selector, 0, 0xFFFF_FFFF, attributes
    return made
