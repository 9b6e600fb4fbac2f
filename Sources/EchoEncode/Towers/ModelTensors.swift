/// The tensors of an open_clip checkpoint, by the names PyTorch gives them.
///
/// - Source: `CLIP.state_dict()` of open_clip 2.20 and 3.3 with timm's `convnext_base`: 493 tensors.
public enum ModelTensors {
    /// Every tensor that a model of this shape has, with its extents, in a fixed order.
    public static func expectedShapes(
        _ configuration: ModelConfiguration
    ) -> [(name: String, shape: [Int])] {
        var shapes = vision(configuration.vision, embedDimension: configuration.embedDimension)
        if let text = configuration.text {
            shapes += self.text(text, embedDimension: configuration.embedDimension)
            shapes.append(("logit_scale", []))
        }
        return shapes
    }

    private static func vision(
        _ vision: VisionConfiguration, embedDimension: Int
    ) -> [(name: String, shape: [Int])] {
        let trunk = "visual.trunk"
        var shapes: [(name: String, shape: [Int])] = [
            ("\(trunk).stem.0.weight", [vision.widths[0], 3, 4, 4])
        ]
        shapes.append(("\(trunk).stem.0.bias", [vision.widths[0]]))
        shapes += pair("\(trunk).stem.1", [vision.widths[0]])
        for (stage, (depth, width)) in zip(vision.depths, vision.widths).enumerated() {
            if stage > 0 {
                let before = vision.widths[stage - 1]
                shapes += pair("\(trunk).stages.\(stage).downsample.0", [before])
                shapes += pair("\(trunk).stages.\(stage).downsample.1", [width, before, 2, 2])
            }
            for block in 0..<depth {
                let name = "\(trunk).stages.\(stage).blocks.\(block)"
                shapes.append(("\(name).gamma", [width]))
                shapes += pair("\(name).conv_dw", [width, 1, 7, 7])
                shapes += pair("\(name).norm", [width])
                shapes += pair("\(name).mlp.fc1", [4 * width, width])
                shapes += pair("\(name).mlp.fc2", [width, 4 * width])
            }
        }
        let last = vision.widths[vision.widths.count - 1]
        shapes += pair("\(trunk).head.norm", [last])
        shapes.append(("visual.head.proj.weight", [embedDimension, last]))
        return shapes
    }

    private static func text(
        _ text: TextConfiguration, embedDimension: Int
    ) -> [(name: String, shape: [Int])] {
        let width = text.width
        var shapes: [(name: String, shape: [Int])] = [
            ("token_embedding.weight", [text.vocabularySize, width]),
            ("positional_embedding", [text.contextLength, width]),
        ]
        for layer in 0..<text.layers {
            let name = "transformer.resblocks.\(layer)"
            shapes += pair("\(name).ln_1", [width])
            shapes.append(("\(name).attn.in_proj_weight", [3 * width, width]))
            shapes.append(("\(name).attn.in_proj_bias", [3 * width]))
            shapes += pair("\(name).attn.out_proj", [width, width])
            shapes += pair("\(name).ln_2", [width])
            shapes += pair("\(name).mlp.c_fc", [4 * width, width])
            shapes += pair("\(name).mlp.c_proj", [width, 4 * width])
        }
        shapes += pair("ln_final", [width])
        shapes.append(("text_projection", [width, embedDimension]))
        return shapes
    }

    /// A weight and its bias, of which there is one for each output.
    private static func pair(_ name: String, _ shape: [Int]) -> [(name: String, shape: [Int])] {
        [("\(name).weight", shape), ("\(name).bias", [shape[0]])]
    }
}
