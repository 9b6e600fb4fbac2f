public import EchoCore

/// Why a weights file gives no tensors.
public enum TensorError: EchoFailure, Equatable {
    /// The system would not open or map the file; `status` is its errno.
    case unopenable(status: Int32)
    /// The file is shorter than its first eight bytes or the header they announce.
    case truncated(bytes: Int, needed: Int)
    /// The header is longer than a safetensors header may be.
    case oversizedHeader(bytes: UInt64, limit: Int)
    /// The header is not the JSON object that the format asks for.
    case unreadableHeader
    /// A tensor's type is none that the format names.
    case unknownType(tensor: String, type: String)
    /// A tensor's shape, type and byte range do not agree.
    case wrongExtent(tensor: String, bytes: Int, expected: Int)
    /// The tensors do not fill the data without gap, overlap or remainder.
    case wrongLayout(tensor: String, offset: Int, expected: Int)
    /// The file holds no tensor of that name.
    case missing(tensor: String)
    /// The tensor's numbers are not of the kind asked for.
    case wrongType(tensor: String, type: String, expected: String)

    /// What to tell the person.
    public var report: FailureReport {
        switch self {
        case .unopenable(let status):
            FailureReport(
                "tensor.unopenable", FailureKind(errno: status),
                reason: "The system refused to open the weights file (errno \(status)).",
                remedy: "Check that the file is there and that this user may read it.")
        case .truncated(let bytes, let needed):
            Self.damaged("truncated", "The weights file has \(bytes) bytes and needs \(needed).")
        case .oversizedHeader(let bytes, let limit):
            Self.damaged(
                "oversizedHeader",
                "The weights file announces a header of \(bytes) bytes; the limit is \(limit).")
        case .unreadableHeader:
            Self.damaged("unreadableHeader", "The weights file's header is not a safetensors header.")
        case .unknownType(let tensor, let type):
            Self.damaged("unknownType", "Tensor \(tensor) has type \(type), which safetensors does not know.")
        case .wrongExtent(let tensor, let bytes, let expected):
            Self.damaged(
                "wrongExtent", "Tensor \(tensor) has \(bytes) bytes; its shape and type need \(expected).")
        case .wrongLayout(let tensor, let offset, let expected):
            Self.damaged(
                "wrongLayout", "Tensor \(tensor) starts at byte \(offset) of the data, not \(expected).")
        case .missing(let tensor):
            FailureReport(
                "tensor.missing", .badInput, reason: "The weights file holds no tensor \(tensor).",
                remedy: "Give the weights of the whole model.")
        case .wrongType(let tensor, let type, let expected):
            FailureReport(
                "tensor.wrongType", .badInput,
                reason: "Tensor \(tensor) holds \(type), and \(expected) was expected.",
                remedy: "Export the weights as fp32, fp16 or bf16.")
        }
    }

    private static func damaged(_ name: String, _ reason: String) -> FailureReport {
        FailureReport(
            "tensor.\(name)", .damaged, reason: reason,
            remedy: "Copy the file again, or run `echoseek model verify` if it was imported.")
    }
}
