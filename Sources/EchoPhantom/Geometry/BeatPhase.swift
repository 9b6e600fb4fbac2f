/// What the heart does at one moment of the beat.
struct BeatPhase {
    /// How far the left ventricle has contracted, 0 (end-diastole) to 1 (end-systole).
    let contraction: Float
    /// How far the mitral valve is open, 0...1.
    let mitralOpening: Float
    /// How far the aortic valve is open, 0...1.
    let aorticOpening: Float
    /// Whether the atria squeeze, 0...1.
    let atrialKick: Float

    /// - Parameters:
    ///   - phase: 0 is end-diastole, 1 the next; only the fraction counts.
    ///   - heartRate: beats a minute; a fast heart shortens diastole rather than systole.
    init(phase: Float, heartRate: Float) {
        let phase = phase - phase.rounded(.down)
        let systole = Self.systole(heartRate: heartRate)
        let late = (phase - systole) / (1 - systole)
        if phase < systole {
            contraction = 0.5 - 0.5 * Quick.cosine(.pi * phase / systole)
            atrialKick = 0
        } else {
            let early = Self.smooth((late - 0.06) / 0.36)
            let kick = Self.smooth((late - 0.72) / 0.28)
            contraction = 1 - 0.74 * early - 0.06 * min(max((late - 0.4) / 0.32, 0), 1) - 0.2 * kick
            atrialKick = kick
        }
        let first = Self.arch(late, 0.07, 0.46)
        let second = Self.arch(late, 0.70, 0.97) * 0.8
        let between: Float = late > 0.2 && late < 0.9 ? 0.3 : 0
        mitralOpening = max(first, second, between * Self.arch(late, 0.1, 1.0))
        aorticOpening = Self.arch(phase, 0.14 * systole, 0.95 * systole).squareRoot()
    }

    /// Systole's share of the beat, 0.28...0.48.
    static func systole(heartRate: Float) -> Float {
        min(max(0.33 + 0.0025 * (heartRate - 60), 0.28), 0.48)
    }

    private static func smooth(_ x: Float) -> Float {
        let t = min(max(x, 0), 1)
        return t * t * (3 - 2 * t)
    }

    private static func arch(_ x: Float, _ start: Float, _ end: Float) -> Float {
        guard x > start, x < end else { return 0 }
        return Quick.sine(.pi * (x - start) / (end - start))
    }
}
