/// A safetensors file, mapped into memory: only the parts that are used are ever read from disk.
///
/// - Source: https://github.com/huggingface/safetensors/blob/main/README.md#format
public struct SafetensorsFile: Sendable {
    /// The tensors in the order of their bytes.
    public let tensors: [TensorInfo]
    /// Free texts that the writer added, such as `format`.
    public let metadata: [String: String]
    private let places: [String: Int]
    private let file: MappedFile

    /// Maps the file and checks its header whole, and that the tensors fill the data exactly.
    ///
    /// - Throws: ``TensorError``; a truncated or damaged header never gives a tensor.
    /// - Complexity: O(header); the numbers are not read.
    public init(path: String) throws(TensorError) {
        file = try MappedFile(path: path)
        let header = try SafetensorsHeader(file: file.bytes)
        tensors = header.tensors
        metadata = header.metadata
        places = Dictionary(
            header.tensors.enumerated().map { ($0.element.name, $0.offset) },
            uniquingKeysWith: { first, _ in first })
    }

    /// A tensor's facts; `nil` where the file has none of that name.
    public subscript(name: String) -> TensorInfo? { places[name].map { tensors[$0] } }

    /// Every name with its shape.
    public var shapes: [String: [Int]] {
        Dictionary(tensors.map { ($0.name, $0.shape) }, uniquingKeysWith: { first, _ in first })
    }

    /// A tensor's numbers as `Float`: F32 in place, F16 and BF16 widened exactly, F64 rounded.
    ///
    /// - Throws: ``TensorError/missing(tensor:)``, ``TensorError/wrongType(tensor:type:expected:)`` for
    ///   integers.
    /// - Complexity: O(1) for F32 on a four-byte boundary, else O(count) and a copy.
    public func floats(_ name: String) throws(TensorError) -> FloatTensor {
        let (info, bytes) = try part(name)
        switch info.type {
        case .f32:
            guard let start = bytes.baseAddress, Int(bitPattern: start) % 4 == 0 else {
                return FloatTensor(shape: info.shape) {
                    bytes.loadUnaligned(fromByteOffset: $0 * 4, as: Float.self)
                }
            }
            return FloatTensor(
                shape: info.shape, mapped: start.assumingMemoryBound(to: Float.self), owner: file)
        case .f16:
            return FloatTensor(shape: info.shape) {
                widened(half: bytes.loadUnaligned(fromByteOffset: $0 * 2, as: UInt16.self))
            }
        case .bf16:
            return FloatTensor(shape: info.shape) {
                Float(bitPattern: UInt32(bytes.loadUnaligned(fromByteOffset: $0 * 2, as: UInt16.self)) << 16)
            }
        case .f64:
            return FloatTensor(shape: info.shape) {
                Float(bytes.loadUnaligned(fromByteOffset: $0 * 8, as: Double.self))
            }
        default:
            throw .wrongType(tensor: name, type: info.type.rawValue, expected: "floating-point numbers")
        }
    }

    private func part(_ name: String) throws(TensorError) -> (TensorInfo, UnsafeRawBufferPointer) {
        guard let info = self[name] else { throw .missing(tensor: name) }
        return (info, UnsafeRawBufferPointer(rebasing: file.bytes[info.bytes]))
    }
}
