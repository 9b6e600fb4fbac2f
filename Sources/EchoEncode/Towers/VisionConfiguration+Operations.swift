extension VisionConfiguration {
    /// Additions and multiplications that one frame takes; 30.7 thousand million for a ConvNeXt-Base at 224 pixels.
    public func operations(embedDimension: Int) -> Double {
        var (side, before, sum) = (imageSize / 4, widths[0], 0)
        sum += side * side * 48 * before
        for (stage, (depth, width)) in zip(depths, widths).enumerated() {
            if stage > 0 {
                side /= 2
                sum += side * side * 4 * before * width
            }
            sum += depth * side * side * (49 * width + 8 * width * width)
            before = width
        }
        return 2 * Double(sum + before * embedDimension)
    }
}

extension TextConfiguration {
    /// Additions and multiplications that one text takes of which so many tokens count.
    public func operations(tokens: Int, embedDimension: Int) -> Double {
        let layer = tokens * 12 * width * width + tokens * (tokens + 1) * width
        return 2 * Double(layers * layer + width * embedDimension)
    }
}
