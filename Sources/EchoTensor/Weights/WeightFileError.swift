public import EchoCore

/// Why a checkpoint is not read, or a weights file not written.
public enum WeightFileError: EchoFailure, Equatable {
    /// A system call failed; `status` is its errno.
    case system(call: String, status: Int32)
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
        let again = "Download the file again and compare its SHA-256 with the one published."
        let safe = "Do not use this file; ask its author for a plain state dict or for safetensors."
        switch self {
        case .system(let call, let status):
            return FailureReport(
                "weights.system", [13, 1, 30].contains(status) ? .denied : .systemError,
                reason: "The system refused \(call) (errno \(status)).",
                remedy: "Check the file, its permissions and the disk's free space.")
        case .notAnArchive:
            return FailureReport(
                "weights.notAnArchive", .badInput,
                reason: "The file is not a zip archive as torch.save writes it.", remedy: again)
        case .legacyCheckpoint:
            return FailureReport(
                "weights.legacyCheckpoint", .badInput,
                reason: "The file is a checkpoint in the format of torch before 1.6, not a zip archive.",
                remedy: "Load it in torch with weights_only=True and torch.save it again, or as safetensors.")
        case .badArchive(let what):
            return FailureReport(
                "weights.badArchive", .badInput, reason: "The archive is malformed: \(what).", remedy: again)
        case .compressedEntry(let method):
            return FailureReport(
                "weights.compressedEntry", .badInput,
                reason: "The archive has a compressed or encrypted entry (method \(method)); torch stores plainly.",
                remedy: "Do not repack checkpoints: use the file as torch.save wrote it.")
        case .damagedEntry(let name):
            return FailureReport(
                "weights.damagedEntry", .badInput,
                reason: "The archive's entry \(name) does not have the CRC-32 that is stated for it.",
                remedy: again)
        case .refusedGlobal(let name):
            return FailureReport(
                "weights.refusedGlobal", .badInput,
                reason: "The checkpoint names \(name); only an OrderedDict of float32 tensors is read.",
                remedy: safe)
        case .refusedOpcode(let name, let place):
            return FailureReport(
                "weights.refusedOpcode", .badInput,
                reason: "The checkpoint's pickle has the opcode \(name) at byte \(place), which no state dict needs.",
                remedy: safe)
        case .refusedCall(let what):
            return FailureReport(
                "weights.refusedCall", .badInput,
                reason: "The checkpoint's pickle asks for what a state dict has not: \(what).", remedy: safe)
        case .badPickle(let what, let place):
            return FailureReport(
                "weights.badPickle", .badInput,
                reason: "The checkpoint's pickle is malformed at byte \(place): \(what).", remedy: again)
        case .tooLarge(let what, let found, let limit):
            return FailureReport(
                "weights.tooLarge", .badInput,
                reason: "The checkpoint has \(found) \(what), and the limit is \(limit).", remedy: safe)
        case .badTensor(let name, let what):
            return FailureReport(
                "weights.badTensor", .badInput, reason: "The tensor \(name) is impossible: \(what).",
                remedy: again)
        case .noTensors:
            return FailureReport(
                "weights.noTensors", .badInput,
                reason: "The checkpoint holds no tensors by name, neither at the top nor in state_dict.",
                remedy: "Save the model's state_dict(), not the model.")
        case .wrongLength(let tensor, let found, let expected):
            return FailureReport(
                "weights.wrongLength", .defect,
                reason: "The tensor \(tensor) was given \(found) bytes, and its shape needs \(expected).",
                remedy: "Report a defect.")
        }
    }
}
