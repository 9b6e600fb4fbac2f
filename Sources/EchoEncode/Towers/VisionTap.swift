/// Where a forward pass of the image tower can be watched.
package enum VisionStep: Sendable, Hashable {
    /// After the stem's norm, `[pixels, width]`.
    case stem
    /// A block's depthwise convolution, bias included, `[pixels, width]`, a group of pixels at a time.
    case convolution
    /// A block's normalized pixels, `[pixels, width]`, a group at a time.
    case normed
    /// A block's hidden values, `[pixels, 4 · width]`, a group at a time.
    case hidden
    /// A block's MLP times its layer scale, before the residual, `[pixels, width]`, a group at a time.
    case contraction
    /// After a block, `[pixels, width]`.
    case block(stage: Int, block: Int)
    /// The pooled and normalized vector, `[width]`.
    case head
}

/// Is shown each step's numbers, NHWC.
package typealias VisionTap = (VisionStep, [Float]) -> Void
