internal import EchoTensor

/// Pictures that pass through the tower in fp32 while it is built, layer by layer, so that each layer's bytes can be
/// fitted to what comes in.
///
/// One layer's fp32 weights are in memory at a time.
struct VisionCalibration {
    private let pictures: [VisionPicture]
    private let kernels: Kernels
    /// Of each picture, what the next layer reads and what it writes.
    private var buffers: [(read: FloatBuffer, written: FloatBuffer)]

    /// - Parameter frames: shape `[imageSize, imageSize, 3]` each.
    init(_ frames: [[UInt8]], configuration: VisionConfiguration, kernels: Kernels) {
        pictures = frames.map { .bytes($0) }
        self.kernels = kernels
        let side = configuration.imageSize / 4
        let largest = configuration.widths.enumerated().map { (side >> $0) * (side >> $0) * $1 }.max() ?? 0
        buffers = frames.map { _ in (FloatBuffer(count: largest), FloatBuffer(count: largest)) }
    }

    /// Runs one layer, in fp32.
    mutating func pass(_ layer: VisionLayer) -> VisionSizes {
        var sizes = VisionSizes(width: layer.width)
        let scratch = VisionScratch([layer], embedDimension: 0)
        for (place, picture) in pictures.enumerated() {
            layer.run(
                rows: 0..<layer.side, picture, input: buffers[place].read, output: buffers[place].written,
                scratch: scratch, kernels: kernels, tap: { sizes.add($0, $1) })
            buffers[place] = (buffers[place].written, buffers[place].read)
        }
        return sizes
    }
}
