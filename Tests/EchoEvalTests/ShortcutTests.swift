import EchoCore
import EchoEval
import EchoPhantom
import EchoTesting
import Testing

@Suite("Shortcuts") struct ShortcutTests {
    @Test("an index that answers the same has no rank change, one that answers otherwise has")
    func ranks() async throws {
        let cases: [(score: Float, isThere: Bool)] = [(0.8, true), (0.5, true), (0.3, false), (0.1, false)]
        let original = try await PlantedArchive(PlantedPlans.scored(cases))
        let same = try await PlantedArchive(PlantedPlans.scored(cases))
        let tags = try await PlantedArchive(
            PlantedPlans.scored([(0.1, true), (0.9, true), (0.3, false), (0.8, false)]))
        var evaluation = Evaluation(.shortcuts)
        evaluation.bootstrap.resamples = 50
        (evaluation.coveredIndex, evaluation.tagsIndex) = (same.index, tags.index)
        let metrics = try await evaluation.run(original.labels, source: original.source).part.metrics
        #expect(metrics["shortcuts.rank_changes"]?.value == 0)
        #expect(metrics["shortcuts.pacemaker.auc.original"]?.value == 1)
        #expect(metrics["shortcuts.pacemaker.auc.covered"]?.value == 1)
        #expect(metrics["shortcuts.pacemaker.auc.tags_only"]?.value == 0.5)
        #expect(metrics["shortcuts.auc.tags_only.highest"]?.value == 0.5)
        evaluation.coveredIndex = tags.index
        let other = try await evaluation.run(original.labels, source: original.source).part.metrics
        #expect(other["shortcuts.pacemaker.rank_changes"]?.value == 3)
    }

    @Test("without a second index there is nothing to compare with")
    func needsIndex() async throws {
        let archive = try await PlantedArchive(PlantedPlans.scored([(0.8, true), (0.1, false)]))
        await #expect(throws: EvalError.missingIndex(option: "--covered-index or --tags-index")) {
            try await Evaluation(.shortcuts).run(archive.labels, source: archive.source)
        }
        var all = Evaluation(.all)
        all.bootstrap.resamples = 10
        let metrics = try await all.run(archive.labels, source: archive.source).part.metrics
        #expect(metrics["shortcuts.rank_changes"]?.value == nil)
        #expect(metrics["shortcuts.pacemaker.auc.tags_only"]?.reason?.contains("--tags-index") == true)
    }

    private static let sector = PixelRect(minX: 20, minY: 16, maxX: 75, maxY: 79)
    private static let frame: Frame = {
        var random = SplitMix64(seed: 4)
        let size = PictureSize(width: 96, height: 96)
        return Frame(
            index: 3, time: .zero, size: size,
            pixels: (0..<size.pixelCount * 3).map { _ in UInt8.random(in: 1...200, using: &random) })
    }()

    private func differing(_ one: Frame, _ other: Frame) -> (inside: Int, outside: Int) {
        var found = (inside: 0, outside: 0)
        for row in 0..<96 {
            for column in 0..<96 {
                let place = (row * 96 + column) * 3
                guard one.pixels[place..<place + 3] != other.pixels[place..<place + 3] else { continue }
                if (20...75).contains(column), (16...79).contains(row) {
                    found.inside += 1
                } else {
                    found.outside += 1
                }
            }
        }
        return found
    }

    @Test("pasting changes pixels around the sector and none within")
    func pasted() {
        let pasted = AlteredFrame.pasted(Self.frame, sector: Self.sector, name: "DOE JANE")
        let changed = differing(pasted, Self.frame)
        #expect(changed.inside == 0)
        #expect(changed.outside > 150)
        #expect(pasted == AlteredFrame.pasted(Self.frame, sector: Self.sector, name: "DOE JANE"))
        #expect(pasted != AlteredFrame.pasted(Self.frame, sector: Self.sector, name: "ROE RICH"))
    }

    @Test("covering the sector leaves all around it, covering the surroundings leaves the sector")
    func covered() {
        let tags = differing(AlteredFrame.sectorCovered(Self.frame, sector: Self.sector), Self.frame)
        #expect(tags.outside == 0 && tags.inside == 56 * 64)
        let clean = differing(AlteredFrame.surroundingsCovered(Self.frame, sector: Self.sector), Self.frame)
        #expect(clean.inside == 0 && clean.outside == 96 * 96 - 56 * 64)
    }
}
