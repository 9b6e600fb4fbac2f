internal import EchoCore

extension WeightFileError {
    /// The reports of files that are not whole, or not checkpoints.
    var damage: FailureReport {
        switch self {
        case .legacyCheckpoint:
            FailureReport(
                "weights.legacyCheckpoint", .badInput,
                reason: "The file is a checkpoint in the format of torch before 1.6, not a zip archive.",
                remedy: "Load it in torch with weights_only=True and torch.save it again, or as safetensors.")
        case .compressedEntry(let method):
            FailureReport(
                "weights.compressedEntry", .badInput,
                reason:
                    "The archive has a compressed or encrypted entry (method \(method)); torch writes none.",
                remedy: "Do not repack checkpoints: use the file as torch.save wrote it.")
        case .noTensors:
            FailureReport(
                "weights.noTensors", .badInput,
                reason: "The checkpoint holds no tensors by name, neither at the top nor in state_dict.",
                remedy: "Save the model's state_dict(), not the model.")
        case .badArchive(let what): Self.again("badArchive", "The archive is malformed: \(what).")
        case .damagedEntry(let name):
            Self.again("damagedEntry", "The archive's entry \(name) does not have the CRC-32 stated for it.")
        case .badPickle(let what, let place):
            Self.again("badPickle", "The checkpoint's pickle is malformed at byte \(place): \(what).")
        case .badTensor(let name, let what):
            Self.again("badTensor", "The tensor \(name) is impossible: \(what).")
        case .notAnArchive:
            Self.again("notAnArchive", "The file is not a zip archive as torch.save writes it.")
        case .system, .notRegular, .refusedGlobal, .refusedOpcode, .refusedCall, .tooLarge, .wrongLength:
            preconditionFailure("another failure than damage was asked for its report")
        }
    }

    private static func again(_ name: String, _ reason: String) -> FailureReport {
        FailureReport(
            "weights.\(name)", .badInput, reason: reason,
            remedy: "Download the file again and compare its SHA-256 with the one published.")
    }
}
