import EchoCore
package import EchoEncode
import EchoPhantom

/// Simulated frames by which a model's modes are fitted and judged: the same ones on every machine.
package struct CalibrationFrames: Sendable {
    /// The population that the patients are of.
    let seed: UInt64
    /// Each of another patient; views in turn.
    let count: Int

    /// What int8 is fitted to; other frames make another mode under the same name, so a test holds their digest.
    package static let fitting = CalibrationFrames(seed: 0xF17, count: 8)
    /// What the modes are judged by: other patients.
    static let judging = CalibrationFrames(seed: 0x3E41F, count: 56)
    /// Pixels a side that they are drawn at.
    private static let side = 256

    /// The frames as a model is fed them.
    package func frames(for scaler: FrameScaler) throws -> [ScaledFrame] {
        let population = PhantomPopulation(seed: seed, studies: 1...1)
        return try (0..<count).map { number in
            try Task.checkCancellation()
            let study = population.patient(number).studies[0]
            let view = EchoView.allCases[number % EchoView.allCases.count]
            let plan = ClipPlan(
                study: study, patientStudies: 1, number: 1, studyClips: 1, name: view.rawValue, view: view,
                kind: .bMode, size: PictureSize(width: Self.side, height: Self.side), furniture: nil,
                seed: study.seed)
            let clip = plan.clip()
            var inside = [UInt8](repeating: 0, count: plan.size.pixelCount)
            for place in clip.sectorPixels { inside[place] = 1 }
            let mask = SectorMask(
                size: plan.size, pixels: inside, method: .regions, reason: "the simulator's own sector")
            return scaler.scaled(clip.frame(number * 7 % clip.frameCount), mask: mask)
        }
    }
}
