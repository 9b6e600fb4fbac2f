public import EchoCore

/// Why a checkpoint is not read, or a weights file not written.
public enum WeightFileError: EchoFailure, Equatable {
    /// A system call failed; `status` is its errno.
    case system(call: String, status: Int32)
    /// The path names a folder, a pipe or a device.
    case notRegular
    /// Not a zip archive as `torch.save` writes it.
    case notAnArchive
    /// A checkpoint of torch before 1.6, which is a bare pickle or a tar.
    case legacyCheckpoint
    /// The archive's structure contradicts itself, or is none that torch writes.
    case badArchive(what: String)
    /// An entry is compressed or encrypted, or of any method but stored.
    case compressedEntry(method: Int)
    /// An entry's bytes do not have the CRC-32 that the archive states.
    case damagedEntry(name: String)
    /// The pickle names something other than the three that published checkpoints need.
    case refusedGlobal(name: String)
    /// The pickle has an opcode that no such checkpoint needs.
    case refusedOpcode(name: String, at: Int)
    /// The pickle calls something with other arguments than torch gives it.
    case refusedCall(what: String)
    /// The pickle contradicts itself.
    case badPickle(what: String, at: Int)
    /// More of something than any real checkpoint has.
    case tooLarge(what: String, found: Int, limit: Int)
    /// A tensor reaches beyond its storage, or is otherwise impossible.
    case badTensor(name: String, what: String)
    /// The checkpoint holds no tensors by name.
    case noTensors
    /// The caller of a writer gave other bytes than it announced.
    case wrongLength(tensor: String, found: Int, expected: Int)

    /// What to tell the person.
    public var report: FailureReport {
        switch self {
        case .system(let call, let status):
            FailureReport(
                "weights.system", FailureKind(errno: status),
                reason: "The system refused \(call) (errno \(status)).",
                remedy: "Check the file, its permissions and the disk's free space.")
        case .notRegular:
            FailureReport(
                "weights.notRegular", .badInput,
                reason: "The path names a folder, a pipe or a device, and an ordinary file was expected.",
                remedy: "Name the file itself.")
        case .wrongLength(let tensor, let found, let expected):
            FailureReport(
                "weights.wrongLength", .defect,
                reason: "The tensor \(tensor) was given \(found) bytes, and its shape needs \(expected).",
                remedy: "Report a defect.")
        case .refusedGlobal(let name):
            Self.refused("refusedGlobal", "names \(name); only an OrderedDict of float32 tensors is read")
        case .refusedOpcode(let name, let place):
            Self.refused(
                "refusedOpcode", "has the pickle opcode \(name) at byte \(place), which no state dict needs")
        case .tooLarge(let what, let found, let limit):
            Self.refused("tooLarge", "has \(found) \(what), and the limit is \(limit)")
        case .refusedCall(let what):
            Self.refused("refusedCall", "asks for what no state dict has: \(what)")
        case .notAnArchive, .legacyCheckpoint, .badArchive, .compressedEntry, .damagedEntry, .badPickle,
            .badTensor, .noTensors:
            damage
        }
    }

    /// The report of a file that asks for more than a state dict needs.
    private static func refused(_ name: String, _ reason: String) -> FailureReport {
        FailureReport(
            "weights.\(name)", .badInput, reason: "The checkpoint \(reason).",
            remedy: "Do not use this file; ask its author for a plain float32 state dict or for safetensors.")
    }
}
