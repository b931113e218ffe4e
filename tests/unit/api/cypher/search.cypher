// searchText
// $labels = ["Statement","Topic"]
// $words = ["snapback","sanct"]
// $limit = 21
