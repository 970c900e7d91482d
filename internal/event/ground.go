package event

// ground reads what the sentence says about the line where control divides.
func (r *run) ground() {}
