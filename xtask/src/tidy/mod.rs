use crate::failure::Failure;
pub struct Outcome {
    pub passed: usize,
    pub failed: usize,
}
pub fn run_all() -> Result<Outcome, Failure> {
    Ok(Outcome {
        passed: 0,
        failed: 0,
    })
}
