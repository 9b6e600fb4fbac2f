internal import EchoTensor
internal import Foundation

/// The tensors of a source, whichever format it has, under the names of open_clip's plain layout.
enum ImportWeights {
    case safetensors(SafetensorsFile, WeightFileInput)
    case pytorch(PyTorchCheckpoint)

    /// Bytes handed out at once.
    private static let chunk = 1 << 22

    init(_ file: URL) throws(ModelError) {
        do {
            if file.pathExtension == "safetensors" {
                self = .safetensors(
                    try SafetensorsFile(path: file.path), try WeightFileInput(path: file.path))
            } else {
                self = .pytorch(try PyTorchCheckpoint(path: file.path))
            }
        } catch let error as TensorError {
            throw .safetensors(error)
        } catch let error as WeightFileError {
            throw .weights(error)
        } catch {
            throw .system(call: "open", status: EIO)
        }
    }

    /// Each tensor's plain name, and the name and facts that the file has for it.
    ///
    /// The `text.` that open_clip's CustomTextCLIP puts before the text tower's names is dropped.
    ///
    /// - Throws: ``ModelError/tensorMismatch(missing:extra:misshapen:)`` for integers and double names.
    func catalog() throws(ModelError) -> [String: (source: String, tensor: WeightTensor)] {
        var catalog: [String: (source: String, tensor: WeightTensor)] = [:]
        var refused: [String] = []
        for (source, type, shape) in facts {
            let name = source.hasPrefix("text.") ? String(source.dropFirst("text.".count)) : source
            guard let element = WeightTensor.Element(rawValue: type), catalog[name] == nil else {
                refused.append("\(source) (\(type))")
                continue
            }
            catalog[name] = (source, WeightTensor(name: name, element: element, shape: shape))
        }
        guard refused.isEmpty else { throw .tensorMismatch(missing: [], extra: [], misshapen: refused) }
        return catalog
    }

    private var facts: [(name: String, type: String, shape: [Int])] {
        switch self {
        case .safetensors(let file, _): file.tensors.map { ($0.name, $0.type.rawValue, $0.shape) }
        case .pytorch(let file): file.tensors.map { ($0.name, $0.element.rawValue, $0.shape) }
        }
    }

    /// Entries that are no tensors.
    var ignored: [String] {
        if case .pytorch(let file) = self { file.ignored } else { [] }
    }

    /// Hands out a tensor's bytes as they are stored, in chunks of at most 4 MB.
    func read(
        _ name: String, _ body: (RawSpan) throws(WeightFileError) -> Void
    ) throws(WeightFileError) {
        switch self {
        case .pytorch(let file): try file.read(name, body)
        case .safetensors(let file, let input):
            guard let range = file[name]?.bytes else { preconditionFailure("the file has no tensor \(name)") }
            for start in stride(from: range.lowerBound, to: range.upperBound, by: Self.chunk) {
                let bytes = try input.bytes(at: start, count: min(Self.chunk, range.upperBound - start))
                try body(bytes.span.bytes)
            }
        }
    }
}
