import EchoCore
import EchoPhantom
import Testing

@Suite("Phantom clip") struct PhantomClipTests {
    @Test("is the same on any thread, in any order", arguments: EchoView.allCases)
    func isDeterministic(view: EchoView) async {
        let anatomy = PhantomCase.anatomy(3)
        let clip = PhantomCase.clip(anatomy, view, seed: 7)
        let again = PhantomCase.clip(anatomy, view, seed: 7)
        let indices = [0, 3, clip.frameCount - 1]
        let expected = indices.map { clip.frame($0).pixels }
        await withTaskGroup(of: (Int, [UInt8]).self) { group in
            for place in indices.indices.reversed() {
                group.addTask { (place, again.frame(indices[place]).pixels) }
            }
            for await (place, pixels) in group { #expect(pixels == expected[place]) }
        }
        #expect(clip.structures == again.structures && clip.truth(1) == again.truth(1))
    }

    @Test("of the same patient differs from another one taken a moment later")
    func differsFromTheNext() {
        let anatomy = PhantomCase.anatomy(4)
        let first = PhantomCase.clip(anatomy, .apicalFourChamber, seed: 1).frame(0).pixels
        let second = PhantomCase.clip(anatomy, .apicalFourChamber, seed: 2).frame(0).pixels
        let changed = zip(first, second).filter { abs(Int($0) - Int($1)) > 8 }.count
        #expect(changed > first.count / 8)
    }

    @Test("moves: neighboring frames differ little, systole and diastole much", arguments: UInt64(0)..<4)
    func moves(seed: UInt64) {
        var anatomy = PhantomCase.anatomy(seed)
        anatomy.ejectionFraction = 65
        let clip = PhantomCase.clip(anatomy, .apicalFourChamber, seed: seed)
        let truths = (0..<clip.frameCount).map(clip.truth)
        let areas = truths.map(\.leftVentricleArea)
        let largest = areas.indices.max { areas[$0] < areas[$1] } ?? 0
        let smallest = areas.indices.min { areas[$0] < areas[$1] } ?? 0
        #expect(areas[smallest] < 0.75 * areas[largest])
        #expect(truths[smallest].leftVentricleVolume < 0.5 * truths[largest].leftVentricleVolume)
        let steps = zip(areas, areas.dropFirst()).map { abs($0 - $1) }
        #expect((steps.max() ?? 0) < 0.35 * (areas[largest] - areas[smallest]))
    }

    @Test("has an area that agrees with the pixels counted", arguments: UInt64(0)..<8)
    func hasTheAreaThatIsDrawn(seed: UInt64) throws {
        let clip = PhantomCase.clip(
            PhantomCase.anatomy(seed), .apicalFourChamber, seed: seed,
            size: PictureSize(width: 640, height: 480),
            furniture: Furniture(site: Int(seed), name: "A, B", seed: 1))
        let scale = try #require(clip.regions.first?.centimetersPerPixelX)
        for index in [0, clip.frameCount / 2] {
            let counted = Double(clip.leftVentriclePixels(index).count) * scale * scale
            let stated = clip.truth(index).leftVentricleArea
            #expect(abs(counted - stated) < 0.03 * stated, "\(counted) counted, \(stated) stated")
        }
    }

    @Test("shows the cavity darker than the rest of a clean picture", arguments: UInt64(0)..<6)
    func showsADarkCavity(seed: UInt64) {
        let clip = PhantomClip(
            anatomy: PhantomCase.anatomy(seed), view: .apicalFourChamber, acquisition: Acquisition(),
            kind: .bMode,
            size: PictureSize(width: 224, height: 224), furniture: nil, seed: seed)
        let pixels = clip.frame(0).pixels
        let cavity = clip.leftVentriclePixels(0).map { Double(pixels[$0 * 3]) }
        let all = clip.sectorPixels.map { Double(pixels[$0 * 3]) }
        let inside = cavity.reduce(0, +) / Double(cavity.count)
        let everywhere = all.reduce(0, +) / Double(all.count)
        #expect(inside < 0.75 * everywhere)
    }

    @Test("has exact times, at most 60 frames, and one where it is a still")
    func hasItsTimes() {
        let anatomy = PhantomCase.anatomy(5)
        for seed in UInt64(0)..<10 {
            let clip = PhantomCase.clip(anatomy, .parasternalLongAxis, seed: seed)
            let step = 1000 / Double(clip.acquisition.frameRate)
            #expect((2...60).contains(clip.frameCount))
            #expect(clip.frameTimes.enumerated().allSatisfy { abs($1 - Double($0) * step) < 1e-9 })
            #expect(clip.frame(1).time == .microseconds(Int(clip.frameTimes[1] * 1000)))
        }
        #expect(PhantomCase.clip(anatomy, .parasternalLongAxis, kind: .still).frameCount == 1)
    }

    @Test("shows in each view the chambers that belong there", arguments: UInt64(0)..<5)
    func showsItsChambers(seed: UInt64) {
        var anatomy = PhantomCase.anatomy(seed)
        anatomy.shape.haze = 0.2
        func structures(_ view: EchoView) -> Set<Structure> {
            Set(PhantomCase.clip(anatomy, view, seed: seed).structures)
        }
        let four: Set<Structure> = [.leftVentricle, .rightVentricle, .leftAtrium, .mitralValve]
        #expect(structures(.apicalFourChamber).isSuperset(of: four))
        #expect(structures(.parasternalLongAxis).isSuperset(of: [.leftVentricle, .leftAtrium, .aorticRoot]))
        #expect(structures(.apicalThreeChamber).isSuperset(of: [.leftVentricle, .leftAtrium, .aorticRoot]))
        #expect(structures(.shortAxisPapillary).isSuperset(of: [.leftVentricle]))
        #expect(structures(.shortAxisPapillary).isDisjoint(with: [.leftAtrium, .rightAtrium, .aorticRoot]))
        #expect(structures(.subcostal).contains(.rightVentricle))
    }
}
