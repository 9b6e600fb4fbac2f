internal import EchoTensor

/// One frame on its way through the image tower, in steps whose parts may run on several threads.
///
/// Each part of a step writes image rows of its own, which depend on the frame alone: however many parts there
/// are, the projection has the same bits.
///
/// - Note: `@unchecked Sendable` holds where the caller begins a step after every part of the one before it has
///   ended: a step's parts read one picture and write disjoint rows of another. `EncoderLanes`, the one
///   caller that uses several threads, ends a task group between steps.
public final class VisionPass: @unchecked Sendable {
    private let tower: VisionTower
    private let picture: VisionPicture
    private let lead: VisionScratch

    init(_ tower: VisionTower, _ picture: VisionPicture, lead: VisionScratch) {
        self.tower = tower
        self.picture = picture
        self.lead = lead
    }

    /// How many steps there are before ``projection()``.
    public var stepCount: Int { tower.layers.count }

    /// Runs one part of a step.
    ///
    /// - Parameters:
    ///   - step: from 0 to ``stepCount`` − 1, in this order.
    ///   - part: from 0 to `parts` − 1, in any order, also at once.
    ///   - scratch: from ``VisionTower/makeScratch()``, each thread's own; the pass's own may be one of them.
    public func run(step: Int, part: Int, of parts: Int, scratch: VisionScratch) {
        precondition((0..<parts).contains(part), "part \(part) of \(parts)")
        run(step: step, part: part, of: parts, scratch: scratch, tap: nil)
    }

    private func run(step: Int, part: Int, of parts: Int, scratch: VisionScratch, tap: VisionTap?) {
        let layer = tower.layers[step]
        layer.run(
            rows: layer.rows(part: part, of: parts), picture, input: lead.pictures[(step + 1) % 2],
            output: lead.pictures[step % 2],
            scratch: scratch, kernels: tower.kernels, tap: tap)
    }

    /// The frame's projection, not yet of unit length, after the last step: shape `[embedDimension]`.
    public func projection() -> [Float] { head(tap: nil) }

    /// Every step on this thread.
    func runAlone(tap: VisionTap?) -> [Float] {
        for (step, layer) in tower.layers.enumerated() {
            run(step: step, part: 0, of: 1, scratch: lead, tap: tap)
            let written = layer.side * layer.side * layer.width
            switch layer.kind {
            case .stem: tap?(.stem, lead.pictures[step % 2].prefix(written))
            case .downsample: break
            case .block(_, let stage, let block):
                tap?(.block(stage: stage, block: block), lead.pictures[step % 2].prefix(written))
            }
        }
        return head(tap: tap)
    }

    private func head(tap: VisionTap?) -> [Float] {
        guard let last = tower.layers.last else { return [] }
        let kernels = tower.kernels
        kernels.meanRows(
            lead.pictures[(stepCount - 1) % 2], rows: last.side * last.side, columns: last.width,
            into: lead.pooled)
        tower.headNorm.apply(
            lead.pooled, rows: 1, epsilon: VisionTower.epsilon, kernels: kernels, into: lead.pooled)
        tap?(.head, lead.pooled.prefix(last.width))
        kernels.project(lead.pooled, weights: tower.projection, into: lead.projection)
        return lead.projection.prefix(tower.embedDimension)
    }
}
