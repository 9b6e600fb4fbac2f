import EchoService
import Testing

/// What the choice of a precision rests on, by numbers worked out by hand.
@Suite("Agreement of two orders") struct RankAgreementTests {
    @Test("Kendall's tau is 1 for the same order, -1 for its inverse")
    func ends() {
        #expect(RankAgreement.tau([0.1, 0.4, 0.2, 0.9], [1, 3, 2, 4]) == 1)
        #expect(RankAgreement.tau([1, 2, 3, 4, 5], [5, 4, 3, 2, 1]) == -1)
        #expect(RankAgreement.tau([2, 2, 2], [1, 2, 3]) == 1, "nothing can be put in order")
    }

    @Test("Kendall's tau-b counts ties as Kendall does")
    func ties() {
        // 6 pairs: 4 agree, 1 disagrees, 1 is tied in the first.
        let one = RankAgreement.tau([1, 2, 2, 3], [1, 3, 2, 2.5])
        #expect(abs(one - 3 / (5.0 * 6).squareRoot()) < 1e-12)
        // 3 pairs: 1 agrees, and each order ties another one.
        #expect(abs(RankAgreement.tau([1, 1, 2], [1, 2, 2]) - 0.5) < 1e-12)
    }

    @Test("the overlap is the share of the best that both have; of equal ones the first counts")
    func overlap() {
        let scores: [Float] = [9, 8, 7, 6, 5, 4]
        #expect(RankAgreement.overlap(scores, scores, best: 3) == 1)
        #expect(RankAgreement.overlap(scores, scores.reversed(), best: 3) == 0)
        #expect(RankAgreement.overlap(scores, [9, 1, 8, 7, 2, 3], best: 3) == 2.0 / 3)
        #expect(RankAgreement.overlap(scores, [1, 2, 3, 4, 5, 6], best: 10) == 1, "fewer than ten")
        #expect(RankAgreement.overlap([5, 5, 5], [5, 5, 1], best: 2) == 1)
        #expect(RankAgreement.overlap([5, 5, 5], [1, 5, 5], best: 2) == 0.5)
    }
}
