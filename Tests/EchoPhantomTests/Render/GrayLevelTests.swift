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

    @Test("of random patients and views lie on average within the range of real clips")
    func areLikeReal() {
        var sums = [Double](repeating: 0, count: Self.real.count)
        var clips = 0.0
        for seed in UInt64(0)..<12 {
            let anatomy = PhantomCase.anatomy(seed)
            for view in EchoView.allCases {
                let grays = PhantomCase.grays(PhantomCase.clip(anatomy, view, seed: seed), 0).sorted()
                for (place, level) in Self.real.enumerated() {
                    sums[place] += Double(grays[Int(level.share * Double(grays.count - 1))])
                }
                clips += 1
            }
        }
        let means = sums.map { $0 / clips }
        for (mean, level) in zip(means, Self.real) {
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
