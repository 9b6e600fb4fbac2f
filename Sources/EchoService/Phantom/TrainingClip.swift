import EchoCore
import EchoEncode
import EchoPhantom

/// One clip of a training set, before it is drawn.
struct TrainingClip: Sendable {
    /// What to draw; its name is such as `A4C-1`.
    let plan: ClipPlan
    /// Pixels a side of the pictures that are kept.
    let side: Int
    /// Pictures that are kept.
    let frames: Int

    /// What became of it.
    struct Outcome: Sendable {
        let plan: ClipPlan
        let truth: ClipTruth
        /// The frames kept, by their places in the drawn clip.
        let frameIndices: [Int]
        /// Gray levels: shape `[frames, side, side]`.
        let pixels: [UInt8]
        /// Where each structure lies: shape `[frames, structures, side / 8, side / 8]`, as ``StructureMap/shares``.
        let maps: [UInt8]
    }

    /// Heights that the pictures are drawn at before they are cut and scaled; even numbers.
    private static let heights = 224...480
    /// Pixels a side of a cell of the maps.
    static let cellSide = 8
    /// The view that half of the studies show first: the one that the published model was trained on.
    private static let usualView = EchoView.apicalFourChamber

    /// Every clip of a patient, study by study, view by view.
    static func clips(of patient: PhantomPatient, options: TrainingSetOptions) -> [TrainingClip] {
        patient.studies.flatMap { study in
            var random = PlanRandom(study.seed, .training)
            let places = views(options.viewsPerStudy, &random).flatMap { view in
                (0..<options.clips).map { (view, $0) }
            }
            return places.enumerated().map { number, place in
                let plan = plan(
                    study, patientStudies: patient.studies.count, number: number + 1, of: places.count,
                    view: place.0, acquisition: place.1, &random)
                return TrainingClip(plan: plan, side: options.size, frames: options.frames)
            }
        }
    }

    private static func views(_ count: Int, _ random: inout PlanRandom) -> [EchoView] {
        let drawn = random.some(EchoView.allCases.count, of: EchoView.allCases)
        guard random.integer(0...1) == 0 else { return Array(drawn.prefix(count)) }
        return Array(([usualView] + drawn.filter { $0 != usualView }).prefix(count))
    }

    private static func plan(
        _ study: PhantomStudy, patientStudies: Int, number: Int, of count: Int, view: EchoView,
        acquisition: Int, _ random: inout PlanRandom
    ) -> ClipPlan {
        let height = random.integer(heights.lowerBound / 2...heights.upperBound / 2) * 2
        let hasRoom = random.integer(0...1) == 1
        let furniture = Furniture(
            site: study.truth.siteIndex, name: study.truth.patientName, seed: random.next())
        return ClipPlan(
            study: study, patientStudies: patientStudies, number: number, studyClips: count,
            name: "\(view.rawValue)-\(acquisition + 1)", view: view, kind: .bMode,
            size: PictureSize(width: hasRoom ? height * 2 / 3 * 2 : height, height: height),
            furniture: hasRoom ? furniture : nil, seed: random.next())
    }

    /// Draws the frames that are kept, and scales them as inference does.
    func draw() throws -> Outcome {
        let clip = plan.clip()
        let kept = indices(of: clip.frameCount)
        let crop = CropRule(zoom: 0, side: side)
        let scaler = FrameScaler(rule: crop, channels: .rgb)
        let window = crop.window(of: plan.size)
        let mask = mask(of: clip)
        var pixels: [UInt8] = []
        pixels.reserveCapacity(kept.count * side * side)
        var maps: [UInt8] = []
        for index in kept {
            try Task.checkCancellation()
            Self.append(scaler.scaled(clip.frame(index), mask: mask), to: &pixels)
            maps += clip.structureMap(index, window: window, cells: side / Self.cellSide).shares
        }
        return Outcome(
            plan: plan, truth: plan.truth(of: clip, path: nil, frames: kept), frameIndices: kept,
            pixels: pixels, maps: maps)
    }

    /// What inference finds from regions and pixels, known here without a search.
    private func mask(of clip: PhantomClip) -> SectorMask {
        var inside = [UInt8](repeating: 0, count: plan.size.pixelCount)
        for place in clip.sectorPixels { inside[place] = 1 }
        return SectorMask(
            size: plan.size, pixels: inside, method: .regions, reason: "the simulator's own sector")
    }

    /// One frame of each of equal parts of the clip.
    private func indices(of count: Int) -> [Int] {
        var random = PlanRandom(plan.seed, .training)
        return (0..<frames).map { part in
            let first = part * count / frames
            return random.integer(first...max(first, (part + 1) * count / frames - 1))
        }
    }

    /// The mean of the three channels, rounded.
    private static func append(_ frame: ScaledFrame, to pixels: inout [UInt8]) {
        frame.pixels.withUnsafeBufferPointer { source in
            for start in stride(from: 0, to: source.count, by: 3) {
                let sum = Int(source[start]) + Int(source[start + 1]) + Int(source[start + 2])
                pixels.append(UInt8((sum + 1) / 3))
            }
        }
    }
}
