/// The left ventricle's walls and the right ventricle around them, as radii about the long axis.
struct Ventricle {
    let anatomy: HeartAnatomy
    /// How much the radius shrinks at end-systole where the wall moves fully, as a share.
    private(set) var radialStrain: Float = 0
    /// How much the length shrinks at end-systole, as a share.
    let longitudinalStrain: Float

    /// Solves the contraction so that the biplane volumes give the anatomy's ejection fraction.
    init(_ anatomy: HeartAnatomy) {
        self.anatomy = anatomy
        let target = anatomy.ejectionFraction / 100
        longitudinalStrain = 0.27 * target
        guard target > 0 else { return }
        let full = Biplane.volume(self, contraction: 0, motion: .uniform)
        var low: Float = -0.3
        var high: Float = 0.75
        for _ in 0..<30 {
            radialStrain = (low + high) / 2
            let volume = Biplane.volume(self, contraction: 1, motion: .uniform)
            if 1 - volume / full < target { low = radialStrain } else { high = radialStrain }
        }
    }

    /// Apex to mitral ring at a moment.
    func length(_ contraction: Float) -> Float {
        anatomy.leftVentricleLength * (1 - longitudinalStrain * contraction * meanMotion)
    }

    /// The share of the walls that moves, for the length.
    var meanMotion: Float { anatomy.wallMotion == .uniform ? 1 : 0.72 }
}
