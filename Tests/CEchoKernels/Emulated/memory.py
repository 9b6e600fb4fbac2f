"""A program's memory in the emulator."""

import ctypes
import struct

from bochscpu import memory

PAGE = 4096
# Where page tables and pages begin, in physical addresses.
TABLES, FIRST = 0x10_0000, 0x100_0000
WRITABLE = 1
LOADED = 1


class Memory:
    """Pages that are filled with zeros, mapped before the program starts."""

    def __init__(self):
        self.pages = {}
        self.table = memory.PageMapLevel4Table()

    def map(self, address: int, size: int):
        for page in range(address & -PAGE, address + size, PAGE):
            if page in self.pages:
                continue
            host, physical = memory.allocate_host_page(), FIRST + len(self.pages) * PAGE
            ctypes.memset(host, 0, PAGE)
            memory.page_insert(physical, host)
            self.table.insert(page, physical, WRITABLE)
            self.pages[page] = host

    def commit(self) -> int:
        """Writes the page tables; nothing is mapped after that. Returns their physical address."""
        for host, physical in self.table.commit(TABLES):
            memory.page_insert(physical, host)
        return TABLES

    def parts(self, address: int, size: int):
        """The host's addresses and sizes of the pages' parts."""
        while size:
            inside = address % PAGE
            part = min(size, PAGE - inside)
            yield self.pages[address - inside] + inside, part
            address, size = address + part, size - part

    def write(self, address: int, content: bytes):
        done = 0
        for host, size in self.parts(address, len(content)):
            ctypes.memmove(host, content[done : done + size], size)
            done += size

    def read(self, address: int, size: int) -> bytes:
        return b"".join(ctypes.string_at(host, part) for host, part in self.parts(address, size))


class Program:
    """A static ELF file for x86-64."""

    def __init__(self, file: str):
        content = open(file, "rb").read()
        self.entry, headers = struct.unpack_from("<QQ", content, 24)
        self.header_size, self.header_count = struct.unpack_from("<HH", content, 54)
        self.segments = []
        for number in range(self.header_count):
            kind, _, offset, address, _, filled, size, _ = struct.unpack_from(
                "<IIQQQQQQ", content, headers + number * self.header_size
            )
            if kind == LOADED:
                self.segments.append((address, size, content[offset : offset + filled]))
        self.headers = self.segments[0][0] + headers
        self.end = max(address + size for address, size, _ in self.segments)
