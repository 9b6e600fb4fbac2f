internal import EchoTensor

/// One block of the text transformer: causal attention and an MLP, each behind a norm.
struct TextBlock: Sendable {
    let attentionNorm: NormWeights
    let mix: LinearWeights
    let attend: LinearWeights
    let mlpNorm: NormWeights
    let expand: LinearWeights
    let contract: LinearWeights

    init(_ reader: WeightReader, layer: Int, width: Int) throws(EncodeError) {
        let key = "transformer.resblocks.\(layer)"
        attentionNorm = try reader.norm("\(key).ln_1", width: width)
        mix = LinearWeights(
            weights: try reader.tensor("\(key).attn.in_proj_weight", [3 * width, width]),
            bias: try reader.tensor("\(key).attn.in_proj_bias", [3 * width]))
        attend = try reader.linear("\(key).attn.out_proj", inputs: width, outputs: width)
        mlpNorm = try reader.norm("\(key).ln_2", width: width)
        expand = try reader.linear("\(key).mlp.c_fc", inputs: width, outputs: 4 * width)
        contract = try reader.linear("\(key).mlp.c_proj", inputs: 4 * width, outputs: width)
    }

    /// `x += attention(norm(x))`, then `x += mlp(norm(x))`, on the scratch's stream of `tokens` rows.
    func run(tokens: Int, heads: Int, scratch: TextScratch, kernels: Kernels) {
        let width = attend.bias.count
        attentionNorm.apply(
            scratch.stream, rows: tokens, epsilon: TextTower.epsilon, kernels: kernels, into: scratch.normed)
        kernels.linear(scratch.normed, rows: tokens, weights: mix.weights, into: scratch.mixed)
        kernels.addBias(scratch.mixed, rows: tokens, bias: mix.bias)
        kernels.causalAttention(
            qkv: scratch.mixed, tokens: tokens, width: width, heads: heads, scores: scratch.scores,
            into: scratch.normed)
        kernels.linear(scratch.normed, rows: tokens, weights: attend.weights, into: scratch.branch)
        kernels.addResidual(scratch.stream, branch: scratch.branch, rows: tokens, bias: attend.bias)

        mlpNorm.apply(
            scratch.stream, rows: tokens, epsilon: TextTower.epsilon, kernels: kernels, into: scratch.normed)
        kernels.linear(scratch.normed, rows: tokens, weights: expand.weights, into: scratch.hidden)
        kernels.biasGELU(scratch.hidden, rows: tokens, bias: expand.bias)
        kernels.linear(scratch.hidden, rows: tokens, weights: contract.weights, into: scratch.branch)
        kernels.addResidual(scratch.stream, branch: scratch.branch, rows: tokens, bias: contract.bias)
    }
}
