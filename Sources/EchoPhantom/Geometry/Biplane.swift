/// Volume by the modified Simpson rule: twenty disks between the four- and the two-chamber contours.
enum Biplane {
    private static let disks = 20

    /// - Parameters:
    ///   - contraction: 0 at end-diastole, 1 at end-systole.
    ///   - motion: which walls move less.
    /// - Returns: milliliters.
    static func volume(_ ventricle: Ventricle, contraction: Float, motion: WallMotion) -> Float {
        let length = ventricle.length(contraction)
        var sum: Float = 0
        for disk in 0..<disks {
            let level = (Float(disk) + 0.5) / Float(disks)
            func width(_ azimuth: Float) -> Float {
                let near = ventricle.walls(level, azimuth, contraction: contraction, motion: motion)
                let far = ventricle.walls(level, azimuth + .pi, contraction: contraction, motion: motion)
                return near.endocardium + far.endocardium
            }
            sum += width(0) * width(.pi / 3)
        }
        return sum * .pi / 4 * length / Float(disks)
    }
}
