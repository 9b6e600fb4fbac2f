internal import EchoTensor

/// One step of the image tower, which reads one picture and writes another, group of image rows by group.
struct VisionLayer: Sendable {
    /// What it computes.
    enum Kind: Sendable {
        case stem(VisionStem)
        case downsample(VisionDownsample)
        case block(VisionBlock, stage: Int, block: Int)
    }

    let kind: Kind
    /// Pixels on each side of the picture that it writes.
    let side: Int
    /// Channels of the picture that it writes.
    let width: Int
    /// Image rows that go through together.
    let groupRows: Int
    /// Whether the groups are the same for any number of threads: OpenBLAS's sums depend on the number of rows,
    /// our own do not.
    let keepsGroups: Bool

    /// Hidden values of an MLP between its two layers, for the rows that go through together.
    ///
    /// 0.92 MB: seven or eight image rows in each stage of a ConvNeXt-Base. Half of it reads the weights twice as often
    /// from memory and was 8 % slower on Zen 3 (512 kB of that cache), twice of it no faster.
    static let hiddenBudget = 229_376
    /// The same for OpenBLAS, which packs the weights anew for each product: 1.6 MB.
    static let portableHiddenBudget = 401_408

    init(_ kind: Kind, side: Int, width: Int, kernels: Kernels) {
        keepsGroups = kernels.instructions == .portable
        let budget = keepsGroups ? Self.portableHiddenBudget : Self.hiddenBudget
        self.kind = kind
        self.side = side
        self.width = width
        groupRows = min(side, max(1, budget / (4 * width * side)))
    }

    /// The image rows that one of so many parts computes; perhaps none.
    func rows(part: Int, of parts: Int) -> Range<Int> {
        guard keepsGroups else { return side * part / parts..<side * (part + 1) / parts }
        let groups = (side + groupRows - 1) / groupRows
        return min(
            side, groups * part / parts * groupRows)..<min(side, groups * (part + 1) / parts * groupRows)
    }

    /// Pixels of a whole group.
    var groupPixels: Int { groupRows * side }

    /// Numbers that a whole group takes in the format of its products, where that is not fp32.
    var wordNumbers: Int {
        guard case .block(let block, _, _) = kind, block.expand.format != .fp32 else { return 0 }
        return max(block.expand.rowNumbers(groupPixels), block.contract.rowNumbers(groupPixels))
    }

    /// Numbers of a row of its first product: a pixel's channels, or those of a patch of pixels.
    var inputs: Int {
        switch kind {
        case .stem(let stem): stem.layer.inputs
        case .downsample(let downsample): downsample.layer.inputs
        case .block(let block, _, _): block.expand.inputs
        }
    }

    /// Each product with its name.
    var products: [(key: String, product: PackedLinear)] {
        switch kind {
        case .stem(let stem): [(VisionStem.key, stem.layer)]
        case .downsample(let downsample): [(downsample.key, downsample.layer)]
        case .block(let block, let stage, let place):
            block.products(VisionTower.blockKey(stage: stage, place: place))
        }
    }

    /// Computes some of the image rows.
    func run(
        rows all: Range<Int>, _ picture: VisionPicture, input: FloatBuffer, output: FloatBuffer,
        scratch: VisionScratch, kernels: Kernels, tap: VisionTap?
    ) {
        for first in stride(from: all.lowerBound, to: all.upperBound, by: groupRows) {
            let rows = first..<min(all.upperBound, first + groupRows)
            switch kind {
            case .stem(let stem):
                stem.run(
                    picture, rows: rows, side: side, output: output, scratch: scratch, kernels: kernels)
            case .downsample(let downsample):
                downsample.run(
                    rows: rows, side: side, input: input, output: output, scratch: scratch, kernels: kernels)
            case .block(let block, _, _):
                block.run(
                    rows: rows, side: side, input: input, output: output, scratch: scratch, kernels: kernels,
                    tap: tap)
            }
        }
    }
}
