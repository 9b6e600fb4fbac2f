internal import EchoCore

/// The two crosses and the dotted line with which a reader measured on a still.
enum Calipers {
    /// Draws them across the left ventricle's base.
    static func draw(
        _ canvas: inout Canvas, grid: BeamGrid, converter: ScanConverter, pose: HeartPose,
        anatomy: HeartAnatomy
    ) {
        let cut = grid.cut
        func place(_ side: Float) -> SIMD2<Float> {
            let edge = Vector(0, 0, 0.7 * pose.length)
            let offset = edge - cut.origin
            let aside = cut.lateral * (side * 0.9 * anatomy.leftVentricleRadius)
            let point =
                offset
                + (abs(cut.lateral.z) > 0.5 ? cut.depth * (side * 0.9 * anatomy.leftVentricleRadius) : aside)
            return converter.apex + SIMD2(point.dot(cut.lateral), point.dot(cut.depth)) / converter.scale
        }
        let color = SIMD3<UInt8>(240, 240, 200)
        let arm = max(canvas.size.height / 110, 2)
        let ends = [place(-1), place(1)]
        for end in ends {
            canvas.fill(x: Int(end.x) - arm, y: Int(end.y), width: 2 * arm + 1, height: 1, color)
            canvas.fill(x: Int(end.x), y: Int(end.y) - arm, width: 1, height: 2 * arm + 1, color)
        }
        let way = ends[1] - ends[0]
        for step in 1..<10 {
            let dot = ends[0] + way * (Float(step) / 10)
            canvas.dot(Int(dot.x), Int(dot.y), color)
        }
        let scale = max(canvas.size.height / 300, 1)
        let millimeters = Int((way * way).sum().squareRoot() * converter.scale * 10)
        canvas.text(
            "+ \(millimeters / 10).\(millimeters % 10) CM", x: 4 * scale, y: canvas.size.height * 4 / 5,
            scale: scale, color)
    }
}
