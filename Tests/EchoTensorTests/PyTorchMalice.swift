import EchoTesting
import Testing

/// Checkpoints that must not be accepted, each with the failure code that it must give.
struct PyTorchMalice: Sendable, CustomTestStringConvertible {
    let name: String
    let code: String
    let bytes: [UInt8]

    var testDescription: String { name }

    typealias P = PickleText

    /// Six float32 numbers.
    static let storage = [UInt8](repeating: 1, count: 24)
    /// A sound tensor over them.
    static let sound = P.tensor("0", 6, [2, 3])

    static let all = globals + opcodes + calls + structure + limits + tensors + archives

    /// A checkpoint with one storage and the given pickle body.
    private static func pickle(_ name: String, _ code: String, _ body: [UInt8]) -> PyTorchMalice {
        PyTorchMalice(name: name, code: "weights." + code, bytes: P.checkpoint(body, [storage]))
    }

    /// A sound checkpoint's archive with one thing changed.
    private static func archive(
        _ name: String, _ code: String, _ change: (inout StoredZip) -> Void
    ) -> PyTorchMalice {
        var zip = P.archive(P.named([("x", sound)]), [storage])
        change(&zip)
        return PyTorchMalice(name: name, code: "weights." + code, bytes: zip.bytes)
    }

    /// A sound checkpoint's bytes with something done to them.
    private static func bytes(
        _ name: String, _ code: String, _ change: (inout [UInt8]) -> Void
    ) -> PyTorchMalice {
        var bytes = P.checkpoint(P.named([("x", sound)]), [storage])
        change(&bytes)
        return PyTorchMalice(name: name, code: "weights." + code, bytes: bytes)
    }

    static let globals: [PyTorchMalice] = [
        ("os", "system"), ("posix", "system"), ("nt", "system"), ("subprocess", "Popen"),
        ("builtins", "eval"),
        ("builtins", "exec"), ("__builtin__", "getattr"), ("builtins", "__import__"), ("runpy", "run_path"),
        ("torch", "load"), ("torch.serialization", "load"), ("torch", "HalfStorage"),
        ("torch", "LongStorage"),
        ("torch._utils", "_rebuild_parameter"), ("torch._utils", "_rebuild_tensor"), ("numpy", "load"),
        ("collections", "defaultdict"), ("collections", "OrderedDict.__init__"), ("_codecs", "encode"),
        ("torch._utils._rebuild_tensor_v2", "__globals__"), ("operator", "attrgetter"), ("", ""),
        ("webbrowser", "open"), ("torch.hub", "load"), ("torch._dynamo.guards", "GuardBuilder.get"),
    ].map { module, name in
        pickle(
            "REDUCE of \(module).\(name)", "refusedGlobal",
            P.global(module, name) + P.mark + P.text("touch /tmp/owned") + P.tuple + P.reduce)
    }

    static let opcodes: [PyTorchMalice] = [
        ("INST", P.mark + [0x69] + Array("os\nsystem\n".utf8)), ("OBJ", P.mark + [0x6F]),
        ("NEWOBJ", P.global("collections", "OrderedDict") + P.emptyTuple + [0x81]),
        ("NEWOBJ_EX", [0x92]), ("EXT1", [0x82, 1]), ("EXT2", [0x83, 1, 0]), ("EXT4", [0x84, 1, 0, 0, 0]),
        ("STACK_GLOBAL", P.text("os") + P.text("system") + [0x93]), ("MEMOIZE", [0x94]),
        ("FRAME", [0x95] + StoredZip.little(4, 8)), ("PERSID", [0x50] + Array("x\n".utf8)),
        ("DUP", P.dict + [0x32]), ("POP", P.dict + [0x30]), ("GET", [0x67] + Array("0\n".utf8)),
        ("PUT", P.dict + [0x70] + Array("0\n".utf8)), ("STRING", [0x53] + Array("'x'\n".utf8)),
        ("LONG4", [0x8B, 1, 0, 0, 0, 1]), ("BYTEARRAY8", [0x96] + StoredZip.little(1, 8) + [0]),
        ("0xff", [0xFF]), ("PROTO", [0x80, 4]),
    ].map { pickle("opcode \($0.0)", "refusedOpcode", $0.1) }

    static let calls: [PyTorchMalice] = [
        pickle("REDUCE of a text", "refusedCall", P.text("os.system") + P.emptyTuple + P.reduce),
        pickle(
            "REDUCE with a list for arguments", "refusedCall",
            P.global("collections", "OrderedDict") + [0x5D] + P.reduce),
        pickle(
            "OrderedDict with arguments", "refusedCall",
            P.global("collections", "OrderedDict") + P.ints([1]) + P.reduce),
        pickle(
            "FloatStorage called", "refusedCall",
            P.global("torch", "FloatStorage") + P.ints([1 << 40]) + P.reduce),
        pickle(
            "BUILD with __class__", "refusedCall",
            P.orderedDict + P.dict + P.text("__class__") + P.int(1) + P.setItem + P.build),
        pickle("BUILD with a text", "refusedCall", P.orderedDict + P.text("x") + P.build),
        pickle(
            "BUILD on a tensor", "refusedCall",
            sound + P.dict + P.text("_metadata") + P.dict + P.setItem + P.build),
        pickle(
            "rebuild without a storage", "refusedCall",
            P.global("torch._utils", "_rebuild_tensor_v2") + P.ints([1, 2, 3, 4, 5, 6]) + P.reduce),
        pickle(
            "rebuild with few arguments", "refusedCall",
            P.global("torch._utils", "_rebuild_tensor_v2") + P.mark + P.storage("0", 6) + P.tuple + P.reduce),
        pickle("persistent text", "refusedCall", P.text("file:///etc/passwd") + P.persistent),
        pickle(
            "persistent module", "refusedCall",
            P.mark + P.text("module") + P.global("torch", "FloatStorage") + P.text("0") + P.text("cpu")
                + P.int(6) + P.tuple + P.persistent),
    ]

    static let structure: [PyTorchMalice] = [
        pickle("empty", "badPickle", []), pickle("two values left", "badPickle", P.dict + P.dict),
        pickle("stack underflow", "badPickle", P.reduce),
        pickle("SETITEM on nothing", "badPickle", P.setItem),
        pickle("SETITEM on a tuple", "badPickle", P.emptyTuple + P.int(1) + P.int(2) + P.setItem),
        pickle("SETITEMS odd", "badPickle", P.dict + P.mark + P.int(1) + P.setItems),
        pickle("TUPLE without a mark", "badPickle", P.tuple),
        pickle("mark left open", "badPickle", P.dict + P.mark),
        pickle(
            "REDUCE across a mark", "badPickle",
            P.global("collections", "OrderedDict") + P.emptyTuple + P.mark + P.reduce),
        pickle("memo never kept", "badPickle", [0x68, 9]),
        pickle("memo kept twice", "badPickle", P.dict + [0x71, 0] + P.dict + [0x71, 0]),
        pickle("memo of nothing", "badPickle", [0x71, 0]),
        pickle("unhashable key", "badPickle", P.dict + P.dict + P.int(1) + P.setItem),
        pickle("two of one name", "badPickle", P.named([("x", sound), ("x", sound)])),
        pickle(
            "two state dicts", "badPickle",
            P.named([("state_dict", P.named([("x", sound)])), ("state_dict", P.dict)])),
        pickle("storage as a value", "badPickle", P.named([("x", P.storage("0", 6))])),
        pickle("text not UTF-8", "badPickle", [0x58, 1, 0, 0, 0, 0xFF]),
        pickle("text cut short", "badPickle", [0x58, 200, 0, 0, 0, 65]),
        pickle("bytes after STOP", "badPickle", P.named([("x", sound)]) + P.stop + P.global("os", "system")),
        pickle("global without an end", "badPickle", [0x63] + [UInt8](repeating: 65, count: 5000)),
        pickle(
            "a dictionary that holds itself", "noTensors",
            P.dict + [0x71, 0] + P.text("state_dict") + [0x68, 0] + P.setItem),
    ]

    static let limits: [PyTorchMalice] = [
        pickle("text of 4 GB", "tooLarge", [0x58, 0xFF, 0xFF, 0xFF, 0xFF]),
        pickle("integer of 255 bytes", "tooLarge", [0x8A, 255] + [UInt8](repeating: 1, count: 255)),
        pickle("marks 10,000 deep", "tooLarge", [UInt8](repeating: 0x28, count: 10_000)),
        pickle(
            "a million nested tuples", "tooLarge", P.emptyTuple + [UInt8](repeating: 0x85, count: 1_000_000)),
        pickle("a million values", "tooLarge", [UInt8](repeating: 0x4E, count: 1_000_000)),
        pickle("17 MB of pickle", "tooLarge", [UInt8](repeating: 0x4E, count: 17 << 20)),
    ]

    static let tensors: [PyTorchMalice] =
        [
            ("beyond its storage", P.tensor("0", 6, [2, 4])),
            ("offset beyond", P.tensor("0", 6, offset: 1, [2, 3])),
            ("offset huge", P.tensor("0", 6, offset: 1 << 62, [1])),
            ("offset negative", P.tensor("0", 6, offset: -1, [1])),
            ("stride beyond", P.tensor("0", 6, [2, 3], strides: [4, 1])),
            ("stride negative", P.tensor("0", 6, [2, 3], strides: [3, -1])),
            ("stride overflow", P.tensor("0", 6, [2, 2], strides: [.max, .max])),
            ("extent negative", P.tensor("0", 6, [-2, -3])),
            ("extent overflow", P.tensor("0", 6, [1 << 62, 4], strides: [0, 0])),
            ("expanded", P.tensor("0", 6, [1000], strides: [0])),
            ("rank 9", P.tensor("0", 6, [1, 1, 1, 1, 1, 1, 1, 1, 6])),
            ("fewer strides", P.tensor("0", 6, [2, 3], strides: [1])),
            ("storage too long", P.tensor("0", 7, [2, 3])), ("storage too short", P.tensor("0", 5, [5])),
            ("storage negative", P.tensor("0", -6, [1])), ("storage huge", P.tensor("0", 1 << 62, [1])),
        ].map { pickle("tensor: \($0.0)", "badTensor", P.named([("x", $0.1)])) }
        + [
            pickle(
                "storage elsewhere", "badPickle", P.named([("x", P.tensor("../../etc/passwd", 6, [2, 3]))]))
        ]

    static let archives: [PyTorchMalice] = [
        archive("zip slip", "badArchive") { $0.entries[2].name = "archive/../../etc/cron.d/x" },
        archive("absolute name", "badArchive") { $0.entries[2].name = "/archive/data/0" },
        archive("backslash name", "badArchive") { $0.entries[2].name = "archive\\data\\0" },
        archive("drive name", "badArchive") { $0.entries[2].name = "C:/archive/data/0" },
        archive("NUL in a name", "badArchive") { $0.entries[2].name = "archive/data/0\0.txt" },
        archive("no name", "badArchive") { $0.entries[2].name = "" },
        archive("folder entry", "badArchive") { $0.entries[3].name = "archive/data/" },
        archive("two data.pkl", "badArchive") { $0.entries[3].name = "archive/data.pkl" },
        archive("two folders", "badArchive") { $0.entries[3].name = "other/data.pkl" },
        archive("no data.pkl", "badArchive") { $0.entries[0].name = "archive/data.pk" },
        archive("local name differs", "badArchive") { $0.entries[0].localName = "archive/data.pkx" },
        archive("compressed", "compressedEntry") { $0.entries[2].method = 8 },
        archive("encrypted", "compressedEntry") { $0.entries[2].flags |= 1 },
        archive("hidden headers", "compressedEntry") { $0.entries[2].flags |= 1 << 13 },
        archive("local flags differ", "badArchive") { $0.entries[2].localFlags = 0 },
        archive("lengths differ", "badArchive") { $0.entries[2].lengths = (24, 1 << 30) },
        archive("forged length", "badArchive") { $0.entries[2].lengths = (1 << 30, 1 << 30) },
        archive("forged wide length", "badArchive") {
            $0.entries[2].lengths = (.max, .max)
            $0.entries[2].isWide = true
        },
        archive("overlap", "badArchive") { $0.entries[3].headerOffset = 0 },
        archive("header elsewhere", "badArchive") { $0.entries[2].headerOffset = 7 },
        archive("header beyond the file", "badArchive") { $0.entries[2].headerOffset = 1 << 31 },
        archive("wrong CRC", "damagedEntry") { $0.entries[2].crc = 7 },
        archive("wrong CRC of the pickle", "damagedEntry") { $0.entries[0].crc = 7 },
        archive("more entries than there are", "badArchive") { $0.entryCount = 5 },
        archive("fewer entries than there are", "badArchive") { $0.entryCount = 3 },
        archive("entries beyond count", "tooLarge") { $0.entryCount = 60_000_000_000 & 0xFFFF_FFFF | 0xFFFF },
        archive("comment", "notAnArchive") { $0.comment = Array("PK".utf8) },
        archive("big-endian", "badArchive") { $0.entries[1].bytes = Array("bigbig".utf8) },
        bytes("cut in half", "notAnArchive") { $0.removeLast($0.count / 2) },
        bytes("last byte lost", "notAnArchive") { $0.removeLast() },
        bytes("bytes put before", "notAnArchive") { $0.insert(0, at: 0) },
        bytes("empty file", "notAnArchive") { $0 = [] },
        bytes("text", "notAnArchive") { $0 = Array("#!/bin/sh\nrm -rf /\n".utf8) },
        bytes("bare pickle", "legacyCheckpoint") { $0 = P.start + P.global("os", "system") + P.stop },
        bytes("tar", "legacyCheckpoint") {
            $0 = [UInt8](repeating: 65, count: 1024)
            $0.replaceSubrange(257..<262, with: Array("ustar".utf8))
        },
    ]
}
