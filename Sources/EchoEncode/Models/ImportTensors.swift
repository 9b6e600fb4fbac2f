internal import EchoTensor
internal import Foundation

/// The tensors that an import writes, in the architecture's order, checked against it.
struct ImportTensors {
    private let order: [(source: String, tensor: WeightTensor)]

    /// Holds the source's tensors against the architecture.
    ///
    /// - Throws: ``ModelError/tensorMismatch(missing:extra:misshapen:)``; `logit_scale` alone may be missing.
    init(
        _ catalog: [String: (source: String, tensor: WeightTensor)], for configuration: ModelConfiguration
    ) throws(ModelError) {
        var order: [(source: String, tensor: WeightTensor)] = []
        var missing: [String] = []
        var misshapen: [String] = []
        var extra = Set(catalog.keys)
        for (name, shape) in ModelTensors.expectedShapes(configuration) {
            // A model without its text tower trained apart has no scale, and no embedding depends on it.
            guard let held = catalog[name] else {
                if name != "logit_scale" { missing.append(name) }
                continue
            }
            extra.remove(name)
            if held.tensor.shape != shape { misshapen.append("\(name) \(held.tensor.shape), not \(shape)") }
            order.append(held)
        }
        guard missing.isEmpty, extra.isEmpty, misshapen.isEmpty else {
            throw .tensorMismatch(missing: missing, extra: extra.sorted(), misshapen: misshapen)
        }
        self.order = order
    }

    /// Bytes of all numbers.
    var byteCount: Int { order.reduce(0) { $0 + $1.tensor.byteCount } }

    /// Writes them as safetensors, every number checked to be finite.
    ///
    /// - Throws: ``ModelError/notFinite(tensor:)``, ``ModelError/cancelled``.
    func write(
        _ weights: ImportWeights, to folder: StagingFolder, _ progress: (Int) -> Void
    ) throws(ModelError) {
        do {
            var writer = try SafetensorsWriter(
                path: folder.url.appending(path: ModelManifest.weightsName).path,
                tensors: order.map(\.tensor), metadata: ["format": "pt"])
            var done = 0
            for (source, tensor) in order {
                if Task.isCancelled { throw ModelError.cancelled }
                var isFinite = true
                try weights.read(source) { bytes throws(WeightFileError) in
                    isFinite = isFinite && FiniteCheck.holds(bytes, tensor.element)
                    try writer.append(bytes)
                    done += bytes.byteCount
                    progress(done)
                }
                guard isFinite else { throw ModelError.notFinite(tensor: tensor.name) }
            }
            try writer.finish()
        } catch let error as ModelError {
            throw error
        } catch let error as WeightFileError {
            throw .weights(error)
        } catch {
            throw .system(call: "write", status: EIO)
        }
    }
}
