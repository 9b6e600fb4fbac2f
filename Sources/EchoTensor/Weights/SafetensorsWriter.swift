/// Writes a safetensors file tensor by tensor, so that no more than a chunk is ever in memory.
///
/// The header comes first, from the shapes; the numbers begin at a multiple of 64 bytes. Everything goes to a
/// hidden file in the same folder, which ``finish()`` syncs and renames; without it nothing is left.
///
/// - Source: the format's description, huggingface/safetensors `README.md`.
public struct SafetensorsWriter: ~Copyable {
    /// The numbers' offset is a multiple of this.
    public static let alignment = 64

    private let output: WeightFileOutput
    private let tensors: [WeightTensor]
    private var current: Int
    private var written: Int

    /// Creates the hidden file and writes the header.
    ///
    /// - Parameters:
    ///   - path: the file that ``finish()`` will make; one of that name is replaced then.
    ///   - tensors: in the order in which their numbers will be given; names are unique.
    ///   - metadata: texts for `__metadata__`.
    /// - Throws: ``WeightFileError/system(call:status:)``.
    public init(
        path: String, tensors: [WeightTensor], metadata: [String: String] = [:]
    ) throws(WeightFileError) {
        let names = Set(tensors.map(\.name))
        precondition(names.count == tensors.count, "\(tensors.count) tensors have \(names.count) names")
        let output = try WeightFileOutput(path: path)
        try output.write(Self.header(of: tensors, metadata: metadata).span.bytes)
        self.output = output
        self.tensors = tensors
        current = 0
        written = 0
        skipEmpty()
    }

    /// Adds the next bytes, little-endian and row-major, of the tensors in their order.
    ///
    /// - Throws: ``WeightFileError/wrongLength(tensor:found:expected:)`` where they go beyond one tensor.
    public mutating func append(_ bytes: RawSpan) throws(WeightFileError) {
        guard bytes.byteCount > 0 else { return }
        guard current < tensors.count else {
            throw .wrongLength(tensor: "after the last", found: bytes.byteCount, expected: 0)
        }
        let tensor = tensors[current]
        guard written + bytes.byteCount <= tensor.byteCount else {
            throw .wrongLength(
                tensor: tensor.name, found: written + bytes.byteCount, expected: tensor.byteCount)
        }
        try output.write(bytes)
        written += bytes.byteCount
        if written == tensor.byteCount {
            current += 1
            written = 0
            skipEmpty()
        }
    }

    /// Syncs the file to the disk and gives it its name.
    ///
    /// - Throws: ``WeightFileError/wrongLength(tensor:found:expected:)`` where bytes are missing.
    public consuming func finish() throws(WeightFileError) {
        guard current == tensors.count else {
            let tensor = tensors[current]
            throw .wrongLength(tensor: tensor.name, found: written, expected: tensor.byteCount)
        }
        try output.publish()
    }

    private mutating func skipEmpty() {
        while current < tensors.count, tensors[current].byteCount == 0 { current += 1 }
    }
}
