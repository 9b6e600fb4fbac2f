import EchoCore
import Testing

@Suite("Seeded numbers") struct SplitMix64Tests {
    /// As the reference code in C gives them; Vigna, https://prng.di.unimi.it/splitmix64.c.
    private static let known: [(seed: UInt64, numbers: [UInt64])] = [
        (0, [0xE220_A839_7B1D_CDAF, 0x6E78_9E6A_A1B9_65F4, 0x06C4_5D18_8009_454F]),
        (
            1_234_567,
            [6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423]
        ),
    ]

    @Test("are the published ones", arguments: known)
    func arePublished(seed: UInt64, numbers: [UInt64]) {
        var random = SplitMix64(seed: seed)
        #expect(numbers.map { _ in random.next() } == numbers)
    }
}
