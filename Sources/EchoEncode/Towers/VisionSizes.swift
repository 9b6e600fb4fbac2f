/// How large a block's activations were in calibration: of each channel, the largest over all pixels and pictures.
struct VisionSizes {
    /// In front of the first linear layer: shape `[width]`.
    var normed: [Float]
    /// In front of the second: shape `[4 · width]`.
    var hidden: [Float]

    init(width: Int) {
        normed = [Float](repeating: 0, count: width)
        hidden = [Float](repeating: 0, count: 4 * width)
    }

    /// Takes note of rows that were shown.
    mutating func add(_ step: VisionStep, _ values: [Float]) {
        switch step {
        case .normed: Self.raise(&normed, by: values)
        case .hidden: Self.raise(&hidden, by: values)
        default: break
        }
    }

    private static func raise(_ sizes: inout [Float], by values: [Float]) {
        let width = sizes.count
        for first in stride(from: 0, to: values.count, by: width) {
            for channel in 0..<width { sizes[channel] = max(sizes[channel], abs(values[first + channel])) }
        }
    }
}
