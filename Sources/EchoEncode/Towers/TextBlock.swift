internal import EchoTensor

/// One block of the text transformer: causal attention and an MLP, each behind a norm, whose affine half is folded
/// into the layer after it.
struct TextBlock: Sendable {
    let mix: PackedLinear
    let attend: PackedLinear
    let expand: PackedLinear
    let contract: PackedLinear

    init(_ reader: TowerReader, layer: Int, width: Int) throws(EncodeError) {
        let key = "transformer.resblocks.\(layer)"
        let weights = reader.weights
        mix = try reader.product("\(key).attn.in_proj", inputs: width, outputs: 3 * width) {
            () throws(EncodeError) in
            LinearLayer(
                weights: try weights.tensor("\(key).attn.in_proj_weight", [3 * width, width]),
                bias: try weights.tensor("\(key).attn.in_proj_bias", [3 * width])
            ).behind(try weights.norm("\(key).ln_1", width: width))
        }
        attend = try reader.product("\(key).attn.out_proj", inputs: width, outputs: width) {
            () throws(EncodeError) in
            try weights.layer("\(key).attn.out_proj", inputs: width, outputs: width)
        }
        expand = try reader.product("\(key).mlp.c_fc", inputs: width, outputs: 4 * width) {
            () throws(EncodeError) in
            try weights.layer("\(key).mlp.c_fc", inputs: width, outputs: 4 * width)
                .behind(try weights.norm("\(key).ln_2", width: width))
        }
        contract = try reader.product("\(key).mlp.c_proj", inputs: 4 * width, outputs: width) {
            () throws(EncodeError) in
            try weights.layer("\(key).mlp.c_proj", inputs: 4 * width, outputs: width)
        }
    }

    /// Each product with its name.
    func products(layer: Int) -> [(key: String, product: PackedLinear)] {
        let key = "transformer.resblocks.\(layer)"
        return [
            ("\(key).attn.in_proj", mix), ("\(key).attn.out_proj", attend), ("\(key).mlp.c_fc", expand),
            ("\(key).mlp.c_proj", contract),
        ]
    }

    /// `x += attention(norm(x))`, then `x += mlp(norm(x))`, on the scratch's stream of all texts' tokens.
    ///
    /// - Parameter lengths: tokens of each text.
    func run(lengths: [Int], heads: Int, scratch: TextScratch, kernels: Kernels) {
        let (rows, width) = (lengths.reduce(0, +), attend.outputs)
        let normed = ActivationRows(scratch.normed, channels: width, capacity: rows)
        let hidden = ActivationRows(scratch.hidden, channels: 4 * width, capacity: rows)
        kernels.normalize(scratch.stream, rows: rows, epsilon: TextTower.epsilon, into: normed)
        mix.apply(normed, rows: rows, into: scratch.mixed)
        kernels.causalAttention(
            qkv: scratch.mixed, lengths: lengths, heads: heads, scores: scratch.scores, into: normed)
        attend.apply(normed, rows: rows, adding: scratch.stream, into: scratch.stream)

        kernels.normalize(scratch.stream, rows: rows, epsilon: TextTower.epsilon, into: normed)
        expand.applyGELU(normed, rows: rows, into: hidden)
        contract.apply(hidden, rows: rows, adding: scratch.stream, into: scratch.stream)
    }
}

extension LinearLayer {
    /// The same with the affine half of a LayerNorm in front folded in.
    func behind(_ norm: NormWeights) -> LinearLayer {
        var layer = self
        layer.inputScale = norm.scale
        layer.inputShift = norm.shift
        return layer
    }
}
